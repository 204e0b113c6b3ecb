package io.plimsoll.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.client.ClientHandler;
import io.plimsoll.client.EventInfo;
import io.plimsoll.client.PlimsollClient;
import io.plimsoll.client.Result;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.BalanceReason;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillResumeIT {
    private static final int KILLS = 20;
    private static final int COMMANDS_PER_KILL = 1_000;
    private static final int COMMANDS = (KILLS + 1) * COMMANDS_PER_KILL;
    private static final long SEED = 20_230_401L;

    @TempDir
    Path folder;

    @Test
    void loseNoAcceptedCommandAndApplyNoneTwiceOverTwentyKills() throws Exception {
        final Run undisturbed = new Run(folder.resolve("undisturbed"));
        final String expected = undisturbed.play(0);
        final Run disturbed = new Run(folder.resolve("disturbed"));

        final String actual = disturbed.play(KILLS);

        assertThat(disturbed.handler.connections).as("sessions").isGreaterThan(KILLS);
        assertThat(disturbed.handler.answered.cardinality())
                .as("commands answered")
                .isEqualTo(COMMANDS);
        assertThat(disturbed.handler.answeredTwice)
                .as("commands answered twice")
                .isZero();
        assertThat(disturbed.handler.outOfOrder)
                .as("released events out of order")
                .isZero();
        assertThat(disturbed.handler.rolledBack).as("roll-backs").isZero();
        assertThat(disturbed.handler.deposits).as("deposits booked").isEqualTo(undisturbed.handler.deposits);
        assertThat(disturbed.handler.withdrawals).as("money out").isEqualTo(undisturbed.handler.withdrawals);
        assertThat(disturbed.handler.accepted).as("accepted").isEqualTo(undisturbed.handler.accepted);
        assertThat(undisturbed.handler.accepted).as("accepted at all").isGreaterThan(COMMANDS / 2);
        assertThat(actual).as("state hash and last sequence").isEqualTo(expected);
    }

    /** One life of a stream of commands, with or without kills. */
    private static final class Run {
        private final Path home;
        private final Recorder handler = new Recorder();

        private Run(final Path home) {
            this.home = home;
        }

        private String play(final int kills) throws Exception {
            final SplittableRandom random = new SplittableRandom(SEED);
            final TestStream stream = new TestStream();
            ServerProcess server = ServerProcess.start(home);
            final ClientConfig config = ClientConfig.of(home.resolve("aeron").toString(), TestGenesis.ADMIN)
                    .withWindow(256);
            try (PlimsollClient client = PlimsollClient.connect(config, handler)) {
                long sent = 0;
                int killed = 0;
                int nextKill = random.nextInt(COMMANDS_PER_KILL);
                while (handler.answered.cardinality() < COMMANDS) {
                    final int work = client.poll();
                    while (sent < COMMANDS && stream.send(client, sent + 1) == Result.SENT) {
                        sent++;
                        assertThat(client.lastSourceSequence()).isEqualTo(sent);
                    }
                    if (killed < kills && sent >= nextKill) {
                        server.kill();
                        server = ServerProcess.start(home);
                        killed++;
                        nextKill = killed * COMMANDS_PER_KILL + random.nextInt(COMMANDS_PER_KILL);
                    }
                    if (work == 0) {
                        Thread.onSpinWait();
                    }
                }
                assertThat(killed).isEqualTo(kills);
                return server.stop();
            } finally {
                server.kill();
            }
        }
    }

    /** Keeps what a client learns. */
    private static final class Recorder implements ClientHandler {
        private final BitSet answered = new BitSet();
        private int answeredTwice;
        private int accepted;
        private int connections;
        private int rolledBack;
        private int outOfOrder;
        private long deposits;
        private long withdrawals;
        private long lastReleased;

        @Override
        public void onConnected(final long epoch, final long nextSourceSequence) {
            connections++;
        }

        @Override
        public void onRolledBack(final long sequence, final long nextSourceSequence, final int framesDropped) {
            rolledBack++;
        }

        @Override
        public void onCompletion(final EventInfo info, final CommandCompletedDecoder completion) {
            if (!info.durable()) {
                outOfOrder += info.sequence() > lastReleased ? 0 : 1;
                lastReleased = info.sequence();
            }
            if (completion.source() != TestGenesis.ADMIN) {
                return;
            }
            final int n = (int) completion.sourceSequence();
            answeredTwice += answered.get(n) ? 1 : 0;
            answered.set(n);
            accepted += completion.reason() == RejectReason.NONE ? 1 : 0;
        }

        @Override
        public void onBalanceChanged(final EventInfo info, final BalanceChangedDecoder event) {
            deposits += event.reason() == BalanceReason.DEPOSIT ? event.change() : 0;
        }

        @Override
        public void onWithdrawalReleased(final EventInfo info, final WithdrawalReleasedDecoder event) {
            withdrawals += event.amount();
        }
    }
}
