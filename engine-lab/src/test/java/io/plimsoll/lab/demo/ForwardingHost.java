package io.plimsoll.lab.demo;

/** A host that passes everything on, for tests that change one thing. */
class ForwardingHost implements EngineHost {
    private final EngineHost host;

    ForwardingHost(final EngineHost host) {
        this.host = host;
    }

    @Override
    public CommandPort start(final EngineNews news) {
        return host.start(news);
    }

    @Override
    public void stop() {
        host.stop();
    }

    @Override
    public void replay(final BeforeCommand look) {
        host.replay(look);
    }

    @Override
    public ReplayVerdict verify(final long sequence, final long stateHash) {
        return host.verify(sequence, stateHash);
    }
}
