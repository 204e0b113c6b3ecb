package io.plimsoll.core.margin;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Holdings;

/** Looks at what an account has and must have, as it is added up. */
public interface MarginLook {
    /**
     * Called for every position. Amounts are millionths of the margin currency.
     *
     * @param instrument what it is in.
     * @param lots signed.
     * @param notional what tiers are read from.
     * @param initial of the schedule of tiers.
     * @param maintenance of the schedule of tiers.
     * @param isByTiers whether the schedule counts: in cross mode, and where the position has no row.
     */
    default void position(
            final Instrument instrument,
            final long lots,
            final long notional,
            final long initial,
            final long maintenance,
            final boolean isByTiers) {}

    /**
     * Called for every asset in which premium-style options are settled.
     *
     * @param asset the asset.
     * @param value signed, millionths of the margin currency.
     */
    default void options(final Asset asset, final long value) {}

    /**
     * Called for every asset of the account.
     *
     * @param asset the asset.
     * @param balance minor units.
     * @param unrealised profit and loss in it, minor units.
     * @param value of both, signed, millionths of the margin currency.
     * @param haircut what of it does not count, millionths of the margin currency.
     * @param initial what of it counts as initial margin, millionths of the margin currency.
     */
    default void asset(
            final Asset asset,
            final long balance,
            final long unrealised,
            final long value,
            final long haircut,
            final long initial) {}

    /**
     * Called for every coin that needs more because the account is long in contracts on it.
     *
     * @param asset the coin.
     * @param value what of both margins that is, millionths of the margin currency.
     */
    default void wrongWay(final Asset asset, final long value) {}

    /**
     * Called once for an account in portfolio mode, when rows are there.
     *
     * @param run nodes of the tree, and the model at work.
     * @param tree amounts in millionths of the margin currency.
     * @param holdings positions with a row, and coins.
     */
    void at(ChargeRun run, AmountTree tree, Holdings holdings);
}
