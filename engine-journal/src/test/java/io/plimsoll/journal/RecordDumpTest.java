package io.plimsoll.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.CommandText;
import io.plimsoll.sbe.LiquidationRequestedEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordDumpTest {
    @TempDir
    private Path folder;

    @Test
    void namesEveryFieldOfEnvelopeAndPayload() {
        Host.open(folder).play(10).close();
        try (CommandReader reader = new CommandReader(folder)) {
            assertThat(reader.seekAfter(9)).isTrue();
            assertThat(reader.next()).isTrue();
            final RecordView record = reader.record();
            final List<String> fields = new ArrayList<>();
            RecordDump.visitEnvelope(record, (name, value) -> fields.add(name + "=" + value));
            assertThat(fields)
                    .startsWith("kind=COMMAND", "epoch=1", "sequence=10", "index=0", "flags=0", "timeNs=10000000000")
                    .contains("source=0", "sourceSequence=10", "durableUpTo=0");
            fields.clear();
            assertThat(RecordDump.messageName(record)).isEqualTo("Deposit");
            assertThat(RecordDump.visitPayload(record, (name, value) -> fields.add(name + "=" + value)))
                    .isTrue();
            assertThat(fields)
                    .containsExactly("sourceSequence=10", "source=0", "asset=1", "account=1", "amount=9000000000");
        }
    }

    @Test
    void namesTextEnumsAndEntriesOfGroups() {
        final byte[] frame = new CommandText().frame(1, 2, "DefineTierTable table=3 tiers=0:20000:10000,7:40000:20000");
        assertThat(RecordDump.describe(new UnsafeBuffer(frame), 0, frame.length))
                .isEqualTo("DefineTierTable sourceSequence=2 source=1 tierTable=3"
                        + " tiers[0] fromNotional=0 initialPpm=20000 maintenancePpm=10000"
                        + " tiers[1] fromNotional=7 initialPpm=40000 maintenancePpm=20000");
        final byte[] asset = new CommandText()
                .frame(
                        1,
                        2,
                        "DefineAsset asset=1 symbol=USDC scale=6 haircut=0 initialHaircut=0 liability=0 stable=NO");
        assertThat(RecordDump.describe(new UnsafeBuffer(asset), 0, asset.length))
                .contains("symbol=USDC")
                .endsWith("stable=NO");
    }

    @Test
    void showsBytesThatAreNoMessage() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[] {1, 2, (byte) 0xFF});
        assertThat(RecordDump.describe(buffer, 0, 3)).isEqualTo("bytes 0102ff");
    }

    @Test
    void doesNotTakeAMessageWithBytesMissingOrLeftOver() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
        final LiquidationRequestedEncoder encoder = new LiquidationRequestedEncoder();
        encoder.wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder()).account(7);
        encoder.positionsCount(1).next().lots(5).mark(6).entryCost(7).instrument(8);
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
        assertThat(RecordDump.describe(buffer, 0, length)).startsWith("LiquidationRequested account=7");
        assertThat(RecordDump.describe(buffer, 0, length - 1)).startsWith("bytes");
        assertThat(RecordDump.describe(buffer, 0, length + 1)).startsWith("bytes");
    }
}
