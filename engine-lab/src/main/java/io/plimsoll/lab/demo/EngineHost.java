package io.plimsoll.lab.demo;

import io.plimsoll.core.engine.MarginEngine;

/**
 * An engine for one demo: runs it in a process of its own, and reads its journal afterwards. The engine begins with an empty
 * journal, no markets, the sequencer's clock on {@code commands}, and one source with the role ADMIN for the demo.
 */
public interface EngineHost {
    /** Sees an engine while a journal is replayed. */
    @FunctionalInterface
    interface BeforeCommand {
        /**
         * A command is about to be applied.
         *
         * @param sequence of the command.
         * @param engine after all commands before it; to be read only.
         */
        void see(long sequence, MarginEngine engine);
    }

    /**
     * What a replay of the journal in a fresh process found.
     *
     * @param equal whether it reached the same state hash and the same events.
     * @param stateHash that it reached.
     * @param sentence what to tell the user.
     */
    record ReplayVerdict(boolean equal, long stateHash, String sentence) {}

    /**
     * Starts the engine and connects to it.
     *
     * @param news hears what the engine says.
     * @return the port to send through.
     */
    CommandPort start(EngineNews news);

    /** Ends the engine in good order: its journal is complete afterwards. */
    void stop();

    /**
     * Replays the journal in this process, read-only.
     *
     * @param look called before every command.
     */
    void replay(BeforeCommand look);

    /**
     * Replays and verifies the journal in a fresh process.
     *
     * @param sequence last command that the hash is after; a checkpoint follows it in the journal.
     * @param stateHash that the engine gave.
     * @return what was found.
     */
    ReplayVerdict verify(long sequence, long stateHash);
}
