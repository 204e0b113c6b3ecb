package io.plimsoll.client;

import io.plimsoll.sbe.LedgerAccount;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.SourceOrdering;
import java.util.List;

/**
 * What an administrator sends: definitions, parameters, halts, time. Their completions come once forced to disk. Every
 * method answers {@link Result#SENT} or why nothing was sent.
 */
public final class AdminCommands {
    private final ReferenceEncoders reference;
    private final ControlEncoders control;
    private final TradingEncoders trading;
    private final RiskEncoders risk;

    AdminCommands(final CommandSender sender, final TradingEncoders trading, final RiskEncoders risk) {
        this.trading = trading;
        this.risk = risk;
        reference = new ReferenceEncoders(sender);
        control = new ControlEncoders(sender);
    }

    /**
     * Defines a sender of commands.
     *
     * @param newSource id, from 1.
     * @param role what it may send.
     * @param ordering how its own sequence is checked.
     * @param window how many completions are kept for repeats, 1 to 65,536.
     * @return what became of it.
     */
    public Result defineSource(final int newSource, final Role role, final SourceOrdering ordering, final int window) {
        return reference.source(newSource, role, ordering, window);
    }

    /**
     * Defines an asset.
     *
     * @param terms of the asset.
     * @return what became of it.
     */
    public Result defineAsset(final AssetTerms terms) {
        return reference.asset(terms);
    }

    /**
     * Replaces all haircuts of an asset.
     *
     * @param asset of which.
     * @param liabilityPpm surcharge on a debt, parts per million.
     * @param tiers on a positive amount: 1 to 8, ascending, the first from value 0.
     * @return what became of it.
     */
    public Result defineHaircuts(final int asset, final int liabilityPpm, final List<HaircutTier> tiers) {
        return reference.haircuts(asset, liabilityPpm, tiers);
    }

    /**
     * Makes an asset a claim on another one, for good, or replaces its step. Its price then comes by {@link PlimsollClient#redemptionRate}.
     *
     * @param asset the claim.
     * @param underlying for which it redeems.
     * @param stepPpm by how much of itself the rate may change from one command to the next, 1 to 1,000,000 parts per million.
     * @return what became of it.
     */
    public Result defineClaim(final int asset, final int underlying, final int stepPpm) {
        return reference.claim(asset, underlying, stepPpm);
    }

    /**
     * Grants an account unsecured credit: margin equity counts it, what may be withdrawn does not.
     *
     * @param account the account.
     * @param amount millionths of the margin currency; 0: none any more.
     * @return what became of it.
     */
    public Result grantCredit(final long account, final long amount) {
        return reference.creditLine(account, amount);
    }

    /**
     * Moves money of the house between two of its ledgers.
     *
     * @param asset of which.
     * @param from ledger that gives.
     * @param to ledger that gets.
     * @param amount in minor units, positive.
     * @return what became of it.
     */
    public Result moveLedger(final int asset, final LedgerAccount from, final LedgerAccount to, final long amount) {
        return reference.moveLedger(asset, from, to, amount);
    }

    /**
     * Moves money between accounts of different groups, under the rule of withdrawals.
     *
     * @param fromAccount that pays.
     * @param toAccount that receives.
     * @param asset of the money.
     * @param amount in minor units, positive.
     * @return what became of it.
     */
    public Result transferBetweenGroups(
            final long fromAccount, final long toAccount, final int asset, final long amount) {
        return reference.groupTransfer(fromAccount, toAccount, asset, amount);
    }

    /**
     * Defines a schedule of fees, or replaces its rates for trades to come.
     *
     * @param schedule id, from 1.
     * @param makerPpm rate of a maker, parts per million; negative: a rebate.
     * @param takerPpm rate of a taker, parts per million.
     * @return what became of it.
     */
    public Result defineFeeSchedule(final int schedule, final int makerPpm, final int takerPpm) {
        return reference.feeSchedule(schedule, makerPpm, takerPpm);
    }

    /**
     * Gives an account a schedule of fees, which comes before that of its group.
     *
     * @param account the account.
     * @param schedule id of the schedule; 0: that of its group counts.
     * @return what became of it.
     */
    public Result assignFees(final long account, final int schedule) {
        return reference.assignFees(account, 0, schedule);
    }

    /**
     * Gives a group a schedule of fees, for its accounts without one of their own.
     *
     * @param group the group.
     * @param schedule id of the schedule; 0: none.
     * @return what became of it.
     */
    public Result assignFeesOfGroup(final long group, final int schedule) {
        return reference.assignFees(0, group, schedule);
    }

    /**
     * Defines or replaces a table of margin tiers.
     *
     * @param tierTable id, from 1.
     * @param tiers 1 to 16, ascending, the first from notional 0.
     * @return what became of it.
     */
    public Result defineTierTable(final int tierTable, final List<Tier> tiers) {
        return reference.tierTable(tierTable, tiers);
    }

    /**
     * Defines an instrument.
     *
     * @param terms of the instrument.
     * @return what became of it.
     */
    public Result defineInstrument(final InstrumentTerms terms) {
        return reference.instrument(terms);
    }

    /**
     * Defines the funding of a perpetual, or replaces its terms. What has accrued is kept.
     *
     * @param terms of the funding.
     * @return what became of it.
     */
    public Result defineFunding(final FundingTerms terms) {
        return reference.funding(terms);
    }

    /**
     * Defines an owner of accounts.
     *
     * @param group id, from 1.
     * @return what became of it.
     */
    public Result defineGroup(final long group) {
        return reference.group(group);
    }

    /**
     * Defines a margin account.
     *
     * @param account id, from 1.
     * @param group its owner.
     * @param mode how its requirement is formed.
     * @return what became of it.
     */
    public Result defineAccount(final long account, final long group, final MarginMode mode) {
        return reference.account(account, group, mode);
    }

    /**
     * Sets a parameter.
     *
     * @param parameter which.
     * @param scope asset or instrument; 0: the engine.
     * @param value new value in the parameter's unit.
     * @return what became of it.
     */
    public Result changeParameter(final ParameterId parameter, final int scope, final long value) {
        return control.parameter(parameter, scope, value);
    }

    /**
     * Stops a market: it takes no orders.
     *
     * @param instrument of the market.
     * @return what became of it.
     */
    public Result haltMarket(final int instrument) {
        return control.halt(instrument);
    }

    /**
     * Opens a halted or cancel-only market.
     *
     * @param instrument of the market.
     * @return what became of it.
     */
    public Result resumeMarket(final int instrument) {
        return control.resume(instrument);
    }

    /**
     * Settles all positions of a halted instrument at a price, and closes its market for good.
     *
     * @param instrument of the market.
     * @param priceTicks price that settles, in ticks.
     * @return what became of it.
     */
    public Result delistInstrument(final int instrument, final long priceTicks) {
        return control.delist(instrument, priceTicks);
    }

    /**
     * Lets an account trade again that {@link PlimsollClient#stopTrading} stopped. It does not while its group is stopped.
     *
     * @param account to let trade.
     * @return what became of it.
     */
    public Result resumeTrading(final long account) {
        return trading.resume(account, 0);
    }

    /**
     * Lets the accounts of a group trade again, but for those that were stopped by themselves.
     *
     * @param group to let trade.
     * @return what became of it.
     */
    public Result resumeTradingOfGroup(final long group) {
        return trading.resume(0, group);
    }

    /**
     * Moves the engine's time on. Only for an engine whose sequencer has the clock {@code commands}.
     *
     * @param timeNs new time in ns since 1970-01-01T00:00:00Z, not before the engine's.
     * @return what became of it.
     */
    public Result advanceTime(final long timeNs) {
        return control.advanceTime(timeNs);
    }

    /**
     * Asks for a checkpoint: the state hash goes into the journal and comes back as an event.
     *
     * @return what became of it.
     */
    public Result checkpoint() {
        return control.checkpoint();
    }

    /**
     * Asks for new rows of all instruments of an underlying. The engine revalues by itself; this does it at once.
     * {@link ClientHandler#onRowsReplaced} says when they are there.
     *
     * @param asset the underlying.
     * @return what became of it.
     */
    public Result revalue(final int asset) {
        return risk.revalue(asset);
    }

    /**
     * Moves the volatilities that joint scenarios use towards what accepted prices say, within their bounds. The host does
     * this at an interval; {@code TOO_SOON} says when the next is allowed.
     *
     * @return what became of it.
     */
    public Result fixVolatilities() {
        return risk.volatilityFix();
    }
}
