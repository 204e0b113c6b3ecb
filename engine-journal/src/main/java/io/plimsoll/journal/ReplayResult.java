package io.plimsoll.journal;

/**
 * What a replay did.
 *
 * @param epoch of the last command applied; 0: none.
 * @param lastSequence last command applied; 0: none.
 * @param lastTimeNs its time, ns since 1970-01-01T00:00:00Z.
 * @param events that the engine made.
 * @param stateHash of the engine afterwards.
 */
public record ReplayResult(int epoch, long lastSequence, long lastTimeNs, long events, long stateHash) {}
