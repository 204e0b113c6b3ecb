package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.sbe.CommandCompletedDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    @TempDir
    private Path folder;

    private final MarginEngine engine = new MarginEngine(Host.LIMITS);

    private ReplayResult replay(final Until until) {
        return JournalReplayer.replay(folder, engine, until, ReplayListener.NONE);
    }

    private VerifyResult verify() {
        return ReplayVerifier.verify(folder, engine, Until.END, ReplayListener.NONE);
    }

    @Test
    void reachesTheStateOfTheEngineThatWroteIt() {
        final long hash;
        try (Host host = Host.open(folder)) {
            hash = host.play(60).engine().stateHash();
            final ReplayResult result = replay(Until.END);
            // The host is still running: what is appended counts.
            assertThat(result)
                    .isEqualTo(new ReplayResult(
                            1, 60, Script.timeNs(60), host.seen().size(), hash));
        }
    }

    @Test
    void stopsAfterASequence() {
        final long hash;
        Host.open(folder).play(20).crash();
        try (Host host = Host.open(folder)) {
            hash = host.play(10).engine().stateHash();
            host.play(30);
        }
        final ReplayResult result = replay(Until.sequence(30));
        assertThat(result.lastSequence()).isEqualTo(30);
        assertThat(result.epoch()).isEqualTo(2);
        assertThat(result.stateHash()).isEqualTo(hash).isEqualTo(engine.stateHash());
    }

    @Test
    void stopsAfterTheLastCommandOfAMoment() {
        Host.open(folder).play(60).close();
        assertThat(replay(Until.time(Script.timeNs(30) + 1)).lastSequence()).isEqualTo(30);
    }

    @Test
    void saysWhichLimitsAnEngineNeedsAndRefusesOthers() {
        Host.open(folder).play(3).close();
        assertThat(JournalReplayer.limits(folder)).isEqualTo(Host.LIMITS);
        final MarginEngine other = new MarginEngine(new Limits(8, 8, 8, 8, 8, 9, 8, 8, 8, 64));
        final JournalException found = catchThrowableOfType(
                JournalException.class, () -> JournalReplayer.replay(folder, other, Until.END, ReplayListener.NONE));
        assertThat(found.error()).isEqualTo(JournalError.LIMITS_DIFFER);
    }

    @Test
    void saysWhenThereIsNoJournal() {
        final JournalException found =
                catchThrowableOfType(JournalException.class, () -> JournalReplayer.limits(folder.resolve("nowhere")));
        assertThat(found.error()).isEqualTo(JournalError.MISSING_FILE);
    }

    @Test
    void handsOutEveryCommandAndEvent() {
        Host.open(folder).play(20).close();
        final List<Long> commands = new ArrayList<>();
        final List<Integer> completions = new ArrayList<>();
        JournalReplayer.replay(folder, engine, Until.END, new ReplayListener() {
            @Override
            public void onCommand(final RecordView command) {
                commands.add(command.sequence());
            }

            @Override
            public void onEvent(
                    final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
                if ((flags & LAST_OF_COMMAND) != 0) {
                    completions.add(event.getShort(offset + 2) & 0xFFFF);
                }
            }
        });
        assertThat(commands).hasSize(20).startsWith(1L, 2L).endsWith(19L, 20L);
        assertThat(completions).hasSize(20).containsOnly(CommandCompletedDecoder.TEMPLATE_ID);
    }

    @Test
    void verifiesEveryStoredEventByteForByte() {
        Host.open(folder).play(30).playWithoutEvents(5).crash();
        Host.open(folder).play(30).crash();
        final VerifyResult result = verify();
        assertThat(result.difference()).isEmpty();
        assertThat(result.eventsCompared()).isEqualTo(result.replay().events());
        assertThat(result.replay().lastSequence()).isEqualTo(65);
    }

    @Test
    void doesNotMissEventsThatAreNotWrittenYet() {
        final Host host = Host.open(folder).play(30);
        final long stored = host.seen().size();
        host.playWithoutEvents(5).crash();
        final VerifyResult result = verify();
        assertThat(result.difference()).isEmpty();
        assertThat(result.eventsCompared()).isEqualTo(stored);
        assertThat(result.replay().lastSequence()).isEqualTo(35);
    }

    @Test
    void reportsTheFirstDifferenceWithBothSidesDecoded() throws IOException {
        Host.open(folder).play(30).crash();
        final List<Records.Place> places = Records.all(Records.events(folder, 1));
        final Records.Place last = places.get(places.size() - 1);
        // The reason is the last field of a completion: NONE becomes UNKNOWN_SOURCE.
        Forgery.changePayload(last, places.get(places.size() - 2), last.length() - RecordEnvelopes.LENGTH - 2);
        final VerifyResult result = verify();
        assertThat(result.difference()).hasValueSatisfying(difference -> {
            assertThat(difference.generation()).isEqualTo(1);
            assertThat(difference.sequence()).isEqualTo(30);
            assertThat(difference.index()).isEqualTo(last.index());
            assertThat(difference.stored()).contains("CommandCompleted", "reason=UNKNOWN_SOURCE");
            assertThat(difference.replayed()).contains("CommandCompleted", "reason=NONE");
        });
        assertThat(result.replay().lastSequence()).isEqualTo(30);
    }

    @Test
    void comparesEventsOfAnotherSchemaVersionByTheHashOfCheckpoints() {
        Host.open(folder).play(30).close();
        assertThat(compareAsVersion(99, Until.END)).isNull();
    }

    @Test
    void findsADifferentHashAcrossSchemaVersions() throws IOException {
        // Command 30 is a checkpoint; its first event holds the hash, the completion follows.
        Host.open(folder).play(30).crash();
        final List<Records.Place> places = Records.all(Records.events(folder, 1));
        final Records.Place taken = places.get(places.size() - 2);
        Forgery.changePayload(taken, places.get(places.size() - 3), 8);
        Records.truncate(taken.file(), places.get(places.size() - 1).documentPosition());
        assertThat(compareAsVersion(99, Until.END)).satisfies(difference -> {
            assertThat(difference.sequence()).isEqualTo(30);
            assertThat(difference.stored()).startsWith("state hash ");
            assertThat(difference.replayed()).startsWith("CheckpointTaken stateHash=");
        });
    }

    /** As if this build's schema had another version than the one that wrote the events. */
    private EventDifference compareAsVersion(final int version, final Until until) {
        try (QueueReader commands = new QueueReader(folder, RecordEnvelopes.KIND_COMMAND, false);
                QueueReader events = new QueueReader(folder, RecordEnvelopes.KIND_EVENT, false)) {
            final EventComparison comparison = new EventComparison(events, version);
            new Replay(commands, engine, new ReplayListener() {
                        @Override
                        public void onCommand(final RecordView command) {
                            comparison.command(command.sequence());
                        }

                        @Override
                        public void onEvent(
                                final int index,
                                final int flags,
                                final DirectBuffer event,
                                final int offset,
                                final int length) {
                            comparison.isSame(index, flags, event, offset, length);
                        }
                    })
                    .run(until);
            return comparison.difference();
        }
    }

    @Test
    void findsAStateHashThatDiffersFromTheOneAGenerationBeganWith() throws IOException {
        Host.open(folder).play(20).crash();
        Host.open(folder).play(5).crash();
        final Records.Place start = Records.all(Records.commands(folder, 2)).get(0);
        final byte[] bytes = Records.read(start.file(), start.position(), start.length());
        // The state hash is the last field; the payload's checksum is made right, the chain is only carried.
        bytes[bytes.length - 1]++;
        Forgery.seal(bytes);
        Records.write(start.file(), start.position(), bytes);
        final JournalException found = catchThrowableOfType(JournalException.class, () -> replay(Until.END));
        assertThat(found.error()).isEqualTo(JournalError.DIFFERENCE);
        assertThat(found.generation()).isEqualTo(2);
        assertThat(found.sequence()).isEqualTo(20);
    }
}
