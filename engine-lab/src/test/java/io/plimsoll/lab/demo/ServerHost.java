package io.plimsoll.lab.demo;

import io.plimsoll.client.ClientConfig;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.gateway.ClockMode;
import io.plimsoll.gateway.EngineServer;
import io.plimsoll.gateway.GatewaySettings;
import io.plimsoll.journal.JournalReplayer;
import io.plimsoll.journal.RecordView;
import io.plimsoll.journal.ReplayListener;
import io.plimsoll.journal.ReplayResult;
import io.plimsoll.journal.Until;
import io.plimsoll.lab.text.Show;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.SourceOrdering;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** A live engine in this process, with everything but the separate process: Aeron, ring, journal. */
final class ServerHost implements EngineHost {
    private static final int SOURCE = 1;

    private final Path folder;
    private EngineServer server;

    ServerHost(final Path folder) {
        this.folder = folder;
    }

    @Override
    public CommandPort start(final EngineNews news) {
        final String aeron = folder.resolve("aeron").toString();
        server = EngineServer.start(
                GatewaySettings.of(folder.resolve("journal"), aeron).with(ClockMode.COMMANDS, List.of(defineSource())));
        return ClientPort.connect(ClientConfig.of(aeron, SOURCE), news);
    }

    private static byte[] defineSource() {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        final DefineSourceEncoder encoder = new DefineSourceEncoder()
                .wrapAndApplyHeader(buffer, 0, new MessageHeaderEncoder())
                .sourceSequence(1)
                .source(0)
                .newSource(SOURCE)
                .window(4_096)
                .role(Role.ADMIN)
                .ordering(SourceOrdering.STRICT);
        return Arrays.copyOf(buffer.byteArray(), MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength());
    }

    @Override
    public void stop() {
        server.close();
    }

    @Override
    public void replay(final BeforeCommand look) {
        final MarginEngine engine = new MarginEngine(Limits.DEFAULT);
        JournalReplayer.replay(folder.resolve("journal"), engine, Until.END, new ReplayListener() {
            @Override
            public void onCommand(final RecordView command) {
                look.see(command.sequence(), engine);
            }

            @Override
            public void onEvent(
                    final int index, final int flags, final DirectBuffer event, final int offset, final int length) {
                // Only the state before each command is of interest.
            }
        });
    }

    @Override
    public ReplayVerdict verify(final long sequence, final long stateHash) {
        final ReplayResult replay = JournalReplayer.replay(
                folder.resolve("journal"),
                new MarginEngine(Limits.DEFAULT),
                Until.sequence(sequence),
                ReplayListener.NONE);
        return new ReplayVerdict(
                replay.stateHash() == stateHash, replay.stateHash(), "replayed to " + Show.hash(replay.stateHash()));
    }
}
