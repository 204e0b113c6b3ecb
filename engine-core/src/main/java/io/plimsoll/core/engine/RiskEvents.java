package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.market.FundingBook;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.PriceBook;
import io.plimsoll.core.market.SettlementBook;

/**
 * The only way out of the engine. Called in the order things happen; for every command {@link #onCompleted} comes last and
 * once. Objects are the engine's own: read them, keep nothing.
 */
public interface RiskEvents {
    /**
     * A command is done with.
     *
     * @param templateId message id of the command.
     * @param source sender.
     * @param sourceSequence number at the sender.
     * @param originalSequence sequence under which it was applied; another than the command's own for a repeat.
     * @param reason {@link RejectReason#NONE} when accepted.
     * @param detail figure that goes with the reason; 0: none.
     */
    void onCompleted(
            int templateId, int source, long sourceSequence, long originalSequence, RejectReason reason, long detail);

    /**
     * Something was defined.
     *
     * @param definition what it is.
     * @param id its id.
     */
    void onDefined(Definition definition, long id);

    /**
     * A balance moved.
     *
     * @param account whose.
     * @param asset of which.
     * @param change signed minor units.
     * @param balance after.
     * @param reason why.
     */
    void onBalanceChanged(Account account, Asset asset, long change, long balance, BalanceReason reason);

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
     * An order changed.
     *
     * @param account whose.
     * @param order its id.
     * @param instrument in which.
     * @param remaining lots that remain, not negative.
     * @param limit price in ticks.
     * @param state what became of it.
     */
    void onOrderChanged(
            Account account, long order, Instrument instrument, long remaining, long limit, OrderState state);

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
     * Money may leave, once the command is durable.
     *
     * @param account from which it was taken.
     * @param asset of which.
     * @param amount minor units.
     * @param source sender of the request.
     * @param sourceSequence number of the request at its sender.
     */
    void onWithdrawalReleased(Account account, Asset asset, long amount, int source, long sourceSequence);

    /**
     * A parameter has a new value.
     *
     * @param parameter which.
     * @param scope asset or instrument; 0: the engine.
     * @param oldValue before.
     * @param value now.
     * @param author source that set it.
     */
    void onParameterInForce(ParameterId parameter, int scope, long oldValue, long value, int author);

    /**
     * A market was halted, made cancel-only or opened.
     *
     * @param instrument which.
     * @param status now.
     */
    void onMarketStatusChanged(Instrument instrument, MarketStatus status);

    /**
     * Trading of an account was stopped or goes on.
     *
     * @param account whose.
     * @param stopped whether its own trading is stopped now; that of its group may be as well.
     */
    void onTradingChanged(Account account, boolean stopped);

    /**
     * Trading of a whole group was stopped or goes on.
     *
     * @param group whose.
     * @param stopped whether it is stopped now.
     */
    void onTradingChanged(Group group, boolean stopped);

    /**
     * Something an operator must look at.
     *
     * @param code what happened.
     * @param account id as the command named it.
     * @param instrument id as the command named it.
     * @param tradeId trade.
     * @param order order; 0: none.
     * @param lots concerned, signed by side.
     */
    void onAlarm(AlarmCode code, long account, int instrument, long tradeId, long order, long lots);

    /**
     * A document came in whole and is used from now on.
     *
     * @param kind what it is.
     * @param id its id.
     * @param version its version.
     * @param hash of its words.
     */
    void onDocumentInForce(DocumentKind kind, int id, int version, long hash);

    /**
     * The volatility that joint scenarios use was looked at again and has moved.
     *
     * @param underlying of which.
     * @param filtered what accepted prices say: standard deviation of a day's return x 10^15.
     * @param before what was used.
     * @param after what is used from the next revaluation on.
     */
    void onVolatilityFixed(Asset underlying, long filtered, long before, long after);

    /**
     * Rows of all instruments of an underlying were switched over to new ones.
     *
     * @param underlying of which.
     * @param revaluation its number, from 1.
     * @param indexPrice at which they were made.
     * @param priced instruments with a row.
     * @param unpriced instruments without one, margined by tiers.
     */
    void onRowsReplaced(Asset underlying, long revaluation, long indexPrice, int priced, int unpriced);

    /**
     * An interval of funding ended; or, with funding all the time, a premium came.
     *
     * @param instrument of which.
     * @param book says premium, rate and time; the instrument's index has moved.
     */
    void onFundingRateSet(Instrument instrument, FundingBook book);

    /**
     * Funding that a position had accrued was booked.
     *
     * @param account whose.
     * @param instrument of which; the position is as it was when the funding accrued.
     * @param received signed minor units of the settlement asset.
     */
    void onFundingPaid(Account account, Instrument instrument, long received);

    /**
     * The settlement price of an instrument is known.
     *
     * @param instrument which.
     * @param book says price and worth of a lot.
     * @param positions to settle.
     */
    void onInstrumentSettled(Instrument instrument, SettlementBook book, int positions);

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

    /**
     * The state hash at this command.
     *
     * @param stateHash hash of the whole state.
     * @param accounts accounts defined.
     * @param openPositions positions that are not flat.
     * @param openOrders orders that rest.
     */
    void onCheckpoint(long stateHash, long accounts, long openPositions, long openOrders);
}
