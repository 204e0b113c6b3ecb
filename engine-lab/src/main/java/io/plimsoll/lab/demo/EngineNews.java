package io.plimsoll.lab.demo;

import io.plimsoll.lab.venue.Trigger;
import io.plimsoll.sbe.RejectReason;

/** What the demo hears from the engine. Called on the thread that polls the port, in the order of the journal. */
public interface EngineNews {
    /**
     * A command of this client was answered.
     *
     * @param sequence under which the engine applied it.
     * @param sourceSequence number that this client gave it.
     * @param reason {@link RejectReason#NONE}: accepted.
     * @param detail figure that goes with the reason.
     */
    void onCompleted(long sequence, long sourceSequence, RejectReason reason, long detail);

    /**
     * An account's owner is asked for collateral.
     *
     * @param call account and figures.
     */
    void onMarginCall(MarginCall call);

    /**
     * The engine asks for an account to be closed out.
     *
     * @param trigger account and figures.
     */
    void onLiquidation(Trigger trigger);

    /**
     * Money may leave: the withdrawal is on disk.
     *
     * @param account that pays.
     * @param amount minor units.
     */
    void onReleased(long account, long amount);

    /**
     * The engine gave its state hash.
     *
     * @param sequence of the command that asked.
     * @param stateHash the hash.
     */
    void onCheckpoint(long sequence, long stateHash);

    /** The engine raised an alarm about a trade. */
    void onAlarm();

    /**
     * The engine does not want this client yet; the client asks again by itself.
     *
     * @param why for the user.
     */
    void onRefused(String why);

    /**
     * The conversation cannot go on.
     *
     * @param why for the user.
     */
    void onLost(String why);
}
