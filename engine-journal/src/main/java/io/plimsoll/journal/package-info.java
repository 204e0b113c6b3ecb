/**
 * The journal: every command and every event, in order, on disk; recovery, replay and verification.
 *
 * <p>A start of the engine is a generation: a folder of its own with a manifest and two queues, never reopened for
 * writing. {@link io.plimsoll.journal.Journal#open} takes the lock, rebuilds the engine from what is there and opens the
 * next generation. The format is described in {@code docs/JOURNAL.md}.
 */
package io.plimsoll.journal;
