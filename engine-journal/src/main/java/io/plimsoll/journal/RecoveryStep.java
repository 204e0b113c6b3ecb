package io.plimsoll.journal;

/** The steps of opening a journal, in order. */
public enum RecoveryStep {
    /** The lock is held. */
    LOCKED,
    /** Manifests are read and follow each other. */
    MANIFESTS_READ,
    /** The valid end of the last generation is known. */
    TAIL_CHECKED,
    /** The last generation's files are forced to disk up to that end. */
    TAIL_FORCED,
    /** All commands are applied to the engine and all stored events compared. */
    REPLAYED,
    /** The folder of the new generation exists. */
    FOLDER_MADE,
    /** Its manifest is written under its temporary name. */
    MANIFEST_WRITTEN,
    /** Its manifest has its name and is forced to disk: the generation exists and the one before it is sealed. */
    MANIFEST_FORCED,
    /** The first record of its command queue is written. */
    COMMANDS_STARTED,
    /** The first record of its event queue is written. */
    EVENTS_STARTED,
    /** Lost events are written into its event queue. */
    EVENTS_REGENERATED,
    /** Both queues are forced to disk; the journal is ready. */
    READY
}
