package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.market.PriceBook;

/** What the engine says of an account: its positions and where it stands on the ladder. */
public interface AccountEvents {
    /**
     * A position changed; the account's positions show it already.
     *
     * @param account whose.
     * @param instrument of which.
     * @param realised P and L realised by the change, minor units of the settlement asset.
     * @param tradeId trade that made it.
     */
    void onPositionChanged(Account account, Instrument instrument, long realised, long tradeId);

    /**
     * An account moved on the ladder.
     *
     * @param account which; its status is the new one.
     * @param from status before.
     * @param assessment that moved it.
     */
    void onStatusChanged(Account account, MarginStatus from, MarginAssessment assessment);

    /**
     * An account may only reduce from now on.
     *
     * @param account which.
     * @param assessment that says so.
     */
    void onNoNewRisk(Account account, MarginAssessment assessment);

    /**
     * The requirement of an account is formed in another way from now on.
     *
     * @param account which; it is in its new mode.
     * @param from mode before.
     * @param assessment in the new mode.
     */
    void onModeChanged(Account account, MarginMode from, MarginAssessment assessment);

    /**
     * An account has another margin model from now on.
     *
     * @param account which; it has its new model.
     * @param from id of the model before.
     * @param assessment as it is margined now.
     */
    void onModelChanged(Account account, int from, MarginAssessment assessment);

    /**
     * What the house asks of an account as maintenance margin was raised, and comes to count bit by bit.
     *
     * @param account which; its {@link Account#phaseIn} says until when.
     * @param counted maintenance margin that counts now, millionths of the margin currency.
     * @param asked what will have come to count at the end, were all else the same.
     */
    void onRaisePhasedIn(Account account, long counted, long asked);

    /**
     * A pocket was opened.
     *
     * @param pocket says parent, group and instrument.
     */
    void onPocketOpened(Account pocket);

    /**
     * An account's owner is asked for collateral.
     *
     * @param account which.
     * @param assessment that says so.
     */
    void onMarginCall(Account account, MarginAssessment assessment);

    /**
     * An account is to be closed out.
     *
     * @param account which.
     * @param prices at which.
     * @param assessment that says so.
     */
    void onLiquidationRequested(Account account, PriceBook prices, MarginAssessment assessment);

    /**
     * A position was settled and is gone.
     *
     * @param account whose.
     * @param instrument of which.
     * @param lots what it was, signed.
     * @param entryCost what it had cost.
     * @param paid signed minor units of the settlement asset.
     */
    void onPositionSettled(Account account, Instrument instrument, long lots, long entryCost, long paid);
}
