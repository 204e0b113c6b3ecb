package io.plimsoll.lab.demo;

import io.plimsoll.client.Result;
import io.plimsoll.sbe.RejectReason;
import java.util.function.Function;

/**
 * One command to send, and what to do with its answer.
 *
 * @param what it is, for messages.
 * @param send sends it.
 * @param answer takes the answer.
 * @param waits whether nothing may be sent before the answer is there: what comes next depends on it.
 */
record Step(String what, Function<CommandPort, Result> send, Answer answer, boolean waits) {
    /** Takes the answer of a command. */
    @FunctionalInterface
    interface Answer {
        /**
         * The command was answered.
         *
         * @param sequence under which the engine applied it.
         * @param reason NONE: accepted.
         * @param detail figure that goes with the reason.
         */
        void accept(long sequence, RejectReason reason, long detail);
    }
}
