package io.plimsoll.lab.live;

import org.agrona.DirectBuffer;

/** Hears what an engine is told and what it says. */
public interface FeedListener {
    /** Hears nothing. */
    FeedListener NONE = new FeedListener() {
        @Override
        public void command(final long sequence, final DirectBuffer command, final int offset) {
            // Nobody asked.
        }

        @Override
        public void event(final DirectBuffer event, final int offset) {
            // Nobody asked.
        }
    };

    /**
     * A command is about to be applied.
     *
     * @param sequence of it.
     * @param command buffer.
     * @param offset of the SBE header.
     */
    void command(long sequence, DirectBuffer command, int offset);

    /**
     * The engine has said something about the command.
     *
     * @param event buffer.
     * @param offset of the SBE header.
     */
    void event(DirectBuffer event, int offset);
}
