package io.plimsoll.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the engine runs. Made from {@code engine.yaml}; nothing in it has a meaning for margin.
 *
 * @param limits how much the engine has room for.
 * @param journal where and how commands and events are kept.
 * @param aeron how clients reach the engine.
 * @param sessions how many clients, and how patient the engine is with them.
 * @param sequencer how commands get their sequence and time.
 * @param threads over how many threads the work is spread.
 * @param idle what a thread does when it has nothing to do.
 * @param checkpointEvery commands between two checkpoints; 0: only at an orderly stop.
 * @param sources who may send what, by id.
 */
public record EngineConfig(
        Limits limits,
        Journal journal,
        Aeron aeron,
        Sessions sessions,
        Sequencer sequencer,
        Threads threads,
        Idle idle,
        int checkpointEvery,
        List<Source> sources) {

    /** Name of the file that ships with Plimsoll and holds every default. */
    public static final String FILE_NAME = "engine.yaml";

    /**
     * Reads a file; what it leaves out is as in the shipped one.
     *
     * @param file to read.
     * @return the configuration.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static EngineConfig read(final Path file) {
        return ConfigText.engine(YamlFile.read(file)).config();
    }

    /**
     * Reads a text as if it were a file.
     *
     * @param name under which errors are reported.
     * @param text YAML.
     * @return the configuration.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static EngineConfig parse(final String name, final String text) {
        return ConfigText.engine(new YamlFile(name, text)).config();
    }

    /**
     * The defaults that ship with Plimsoll.
     *
     * @return the configuration.
     */
    public static EngineConfig shipped() {
        return ConfigText.engine(YamlFile.shipped(FILE_NAME)).config();
    }

    /**
     * This configuration with its media driver elsewhere.
     *
     * @param directory of the media driver.
     * @return a copy.
     */
    public EngineConfig withAeronDirectory(final Path directory) {
        final Aeron moved =
                new Aeron(aeron.driver, Optional.of(directory), aeron.channel, aeron.ingressStream, aeron.termBytes);
        return new EngineConfig(limits, journal, moved, sessions, sequencer, threads, idle, checkpointEvery, sources);
    }

    /**
     * This configuration with another clock.
     *
     * @param clock of the sequencer.
     * @return a copy.
     */
    public EngineConfig withClock(final Clock clock) {
        final Sequencer changed =
                new Sequencer(clock, sequencer.tickAfterNs, sequencer.ringSize, sequencer.outboundBytes);
        return new EngineConfig(limits, journal, aeron, sessions, changed, threads, idle, checkpointEvery, sources);
    }

    /**
     * How much the engine has room for.
     *
     * @param sources senders of commands.
     * @param assets assets.
     * @param tierTables tables of margin tiers.
     * @param instruments instruments.
     * @param groups owners of accounts.
     * @param accounts margin accounts.
     * @param positionsPerAccount open positions of one account.
     * @param openOrders resting orders of all accounts.
     * @param openOrdersPerAccount resting orders of one account.
     * @param tradeIds trade ids that are remembered.
     */
    public record Limits(
            int sources,
            int assets,
            int tierTables,
            int instruments,
            int groups,
            int accounts,
            int positionsPerAccount,
            int openOrders,
            int openOrdersPerAccount,
            int tradeIds) {}

    /**
     * Where and how commands and events are kept.
     *
     * @param folder of the journal.
     * @param rollBytes size at which a new file is begun.
     * @param blockBytes by which a file grows; a power of two.
     * @param forceIntervalNs shortest time between two forces of the commands to disk, in ns; 0: as often as it can.
     * @param eventForceIntervalNs the same for the events, which can be regenerated from the commands.
     */
    public record Journal(
            Path folder, long rollBytes, int blockBytes, long forceIntervalNs, long eventForceIntervalNs) {}

    /**
     * How clients reach the engine.
     *
     * @param driver whose media driver is used.
     * @param directory of the media driver; empty: one of Plimsoll's own.
     * @param channel on which clients send.
     * @param ingressStream stream on which clients send.
     * @param termBytes size of a term of the embedded driver's shared memory; a stream takes three.
     */
    public record Aeron(Driver driver, Optional<Path> directory, String channel, int ingressStream, int termBytes) {}

    /**
     * How many clients, and how patient the engine is with them.
     *
     * @param max clients at a time.
     * @param timeoutNs silence after which a session ends, in ns.
     * @param cancelAfterNs time without a session after which orders of a source that asked for it are cancelled, in ns.
     */
    public record Sessions(int max, long timeoutNs, long cancelAfterNs) {}

    /** Whose media driver is used. */
    public enum Driver {
        /** The engine starts its own. */
        EMBEDDED,
        /** One that runs already. */
        EXTERNAL
    }

    /**
     * How commands get their sequence and time.
     *
     * @param clock where time comes from.
     * @param tickAfterNs silence after which a tick is sequenced, in ns; wall clock only.
     * @param ringSize commands that may wait; a power of two.
     * @param outboundBytes bytes of events that may wait to be journaled and sent; a power of two.
     */
    public record Sequencer(Clock clock, long tickAfterNs, int ringSize, int outboundBytes) {}

    /** Where the time of a command comes from. */
    public enum Clock {
        /** The machine's clock, strictly increasing. */
        WALL,
        /** Commands: only AdvanceTime moves the time. */
        COMMANDS
    }

    /** Over how many threads the stages of the pipeline are spread. */
    public enum Threads {
        /** As the machine has cores. */
        AUTO,
        /** All on one. */
        ONE,
        /** Two. */
        TWO,
        /** One for each stage. */
        FOUR
    }

    /** What a thread does when it has nothing to do. */
    public enum Idle {
        /** Spins: quickest, and a whole core each. */
        BUSY,
        /** Spins and offers its core to others. */
        YIELD,
        /** Spins, yields, then sleeps ever longer. */
        BACKOFF
    }

    /**
     * A sender of commands.
     *
     * @param id from 1.
     * @param name for people.
     * @param role what it may send.
     * @param ordering how its own sequence is checked.
     * @param window answers kept for repeats, 1 to 65,536.
     */
    public record Source(int id, String name, Role role, Ordering ordering, int window) {}

    /** What a source may send. */
    public enum Role {
        /** Everything. */
        ADMIN,
        /** Trades and orders. */
        MATCHING,
        /** Index and mark prices. */
        PRICES,
        /** Deposits, withdrawals, transfers. */
        LEDGER
    }

    /** How a source's own sequence is checked. */
    public enum Ordering {
        /** n + 1 applies, n and below repeats the answer, a gap is refused. */
        STRICT,
        /** Gaps are legal, older is dropped and counted. */
        MONOTONE
    }
}
