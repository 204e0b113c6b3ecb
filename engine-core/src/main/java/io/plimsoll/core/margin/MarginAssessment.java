package io.plimsoll.core.margin;

import io.plimsoll.core.account.PhaseIn;

/**
 * What an account has and must have, from one pass over its figures. All in millionths of the margin currency. Reused: valid
 * until the next assessment into it.
 */
public final class MarginAssessment {
    private long marginEquity;
    private long netAssetValue;
    private long haircutInitialMargin;
    private long cappedCollateral;
    private long creditLine;
    private long positionInitialMargin;
    private long maintenanceMargin;
    private long notional;
    private long unrealisedProfit;
    private long optionValue;
    private long positiveOptionValue;
    private long shortOptionInitialMargin;
    private long shortOptionMaintenanceMargin;
    private long excludedOptionValue;
    private long initialOffset;
    private long maintenanceOffset;
    private long wrongWay;
    private long sparedMaintenanceMargin;
    private boolean canOwe;

    void clear() {
        marginEquity = 0;
        netAssetValue = 0;
        haircutInitialMargin = 0;
        cappedCollateral = 0;
        creditLine = 0;
        positionInitialMargin = 0;
        maintenanceMargin = 0;
        notional = 0;
        unrealisedProfit = 0;
        optionValue = 0;
        positiveOptionValue = 0;
        shortOptionInitialMargin = 0;
        shortOptionMaintenanceMargin = 0;
        excludedOptionValue = 0;
        initialOffset = 0;
        maintenanceOffset = 0;
        wrongWay = 0;
        sparedMaintenanceMargin = 0;
        canOwe = false;
    }

    void addCredit(final long value, final long haircut, final long initialMargin) {
        netAssetValue += value;
        marginEquity += value - haircut;
        haircutInitialMargin += initialMargin;
    }

    void addCreditLine(final long value) {
        creditLine += value;
        marginEquity += value;
    }

    void addCapped(final long value) {
        cappedCollateral += value;
    }

    void addDebt(final long value, final long surcharge) {
        netAssetValue -= value;
        marginEquity -= value + surcharge;
    }

    void addUnrealisedProfit(final long value) {
        unrealisedProfit += value;
    }

    void addOptionValue(final long value) {
        optionValue += value;
        positiveOptionValue += Math.max(0, value);
        netAssetValue += value;
        marginEquity += value;
    }

    void addRequirement(final long positionNotional, final long initial, final long maintenance) {
        notional += positionNotional;
        positionInitialMargin += initial;
        maintenanceMargin += maintenance;
    }

    /** Says that a requirement, which was added already, is one of short premium-style options. */
    void isOfShortOptions(final long initial, final long maintenance) {
        shortOptionInitialMargin += initial;
        shortOptionMaintenanceMargin += maintenance;
    }

    /**
     * Has option value, once all is added, offset what short options need and nothing else: what is positive of it leaves margin
     * equity, and lowers their requirement as far as that goes.
     */
    void offsetShortOptions() {
        excludedOptionValue = Math.max(0, optionValue);
        marginEquity -= excludedOptionValue;
        positiveOptionValue = 0;
        initialOffset = Math.min(excludedOptionValue, shortOptionInitialMargin);
        maintenanceOffset = Math.min(excludedOptionValue, shortOptionMaintenanceMargin);
        positionInitialMargin -= initialOffset;
        maintenanceMargin -= maintenanceOffset;
    }

    void addWrongWay(final long value) {
        wrongWay += value;
        positionInitialMargin += value;
        maintenanceMargin += value;
    }

    /** Says, once all is added, what of a raise does not count yet. */
    void spare(final PhaseIn phaseIn, final long timeNs) {
        sparedMaintenanceMargin = phaseIn.spared(maintenanceMargin, timeNs);
    }

    void owes() {
        canOwe = true;
    }

    void addNotional(final long positionNotional) {
        notional += positionNotional;
    }

    /**
     * Value of collateral and unrealised P and L after haircuts, option value, and the credit line.
     *
     * @return in cross mode without option value above 0, which lowers the requirement of short options instead.
     */
    public long marginEquity() {
        return marginEquity;
    }

    /** {@return equity without haircut or credit; below 0 the account is bankrupt} */
    public long netAssetValue() {
        return netAssetValue;
    }

    /**
     * Initial margin of collateral and positions, without orders and without what caps take off: what others hold never moves an
     * account on the ladder.
     *
     * @return never below maintenance margin.
     */
    public long initialMargin() {
        return haircutInitialMargin + positionInitialMargin();
    }

    /** {@return the part of initial margin that is a haircut on collateral} */
    public long haircutInitialMargin() {
        return haircutInitialMargin;
    }

    /** {@return unsecured credit: a part of margin equity that may not be withdrawn} */
    public long creditLine() {
        return creditLine;
    }

    /** {@return collateral that new risk and withdrawals may not use, because of a cap on what all accounts have of an asset} */
    public long cappedCollateral() {
        return cappedCollateral;
    }

    /** {@return what of collateral does not count for new risk and withdrawals: haircuts and caps} */
    public long collateralInitialMargin() {
        return haircutInitialMargin + cappedCollateral;
    }

    /**
     * Whether the account owes, or can come to owe whatever prices do: it has a debt, or a position other than a long premium-style
     * option. One that cannot may take out all that it has, and nothing but haircuts on collateral is asked of it.
     *
     * @return false also for an account that was assessed as it would be without such a debt or position.
     */
    public boolean canOwe() {
        return canOwe;
    }

    /** {@return the part of initial margin that is due to positions; 0 where the account cannot owe} */
    public long positionInitialMargin() {
        return canOwe ? positionInitialMargin : 0;
    }

    /** {@return equity below which the account is closed out; 0 where it cannot owe} */
    public long maintenanceMargin() {
        return canOwe ? maintenanceMargin - sparedMaintenanceMargin : 0;
    }

    /** {@return what schedules and margin model ask for as initial margin of positions, and of coins, were the account one that can owe} */
    public long askedInitialMargin() {
        return positionInitialMargin;
    }

    /** {@return what schedules and margin model ask for as maintenance margin, were the account one that can owe} */
    public long askedMaintenanceMargin() {
        return maintenanceMargin;
    }

    /** {@return what of that does not count yet, because it was raised: see {@link io.plimsoll.core.account.PhaseIn}} */
    public long sparedMaintenanceMargin() {
        return sparedMaintenanceMargin;
    }

    /** {@return sum of the notional of all positions: what tiers are read from} */
    public long notional() {
        return notional;
    }

    /** {@return positive unrealised P and L, netted within each settlement asset, without haircut} */
    public long unrealisedProfit() {
        return unrealisedProfit;
    }

    /**
     * Signed market value of premium-style options: a part of net asset value, and of margin equity but for what of it is
     * {@linkplain #excludedOptionValue excluded}.
     *
     * @return netted within each settlement asset, then summed.
     */
    public long optionValue() {
        return optionValue;
    }

    /** {@return the positive parts of option value in margin equity, netted within each settlement asset; may not be withdrawn} */
    public long positiveOptionValue() {
        return positiveOptionValue;
    }

    /** {@return option value above 0 that is no part of margin equity, because in cross mode it offsets short options only} */
    public long excludedOptionValue() {
        return excludedOptionValue;
    }

    /** {@return what excluded option value takes off initial margin, at most that of short options} */
    public long initialOffset() {
        return initialOffset;
    }

    /** {@return what excluded option value takes off maintenance margin, at most that of short options} */
    public long maintenanceOffset() {
        return maintenanceOffset;
    }

    /** {@return what there is for new risk: margin equity less initial margin, without orders, and less capped collateral} */
    public long freeMargin() {
        return marginEquity - initialMargin() - cappedCollateral;
    }

    /** {@return the part of both margins that is due to coins on which the account is long in contracts} */
    public long wrongWay() {
        return wrongWay;
    }

    /** {@return whether something that is asked for does not count, because the account cannot owe} */
    public boolean isSpared() {
        return !canOwe && positionInitialMargin != 0;
    }

    /** {@return what orders start from, since they may make an account owe that cannot: margin equity less all that is asked for} */
    public long freeMarginForOrders() {
        return freeMarginWith(positionInitialMargin);
    }

    /**
     * What there is for new risk where positions and orders ask for something else together.
     *
     * @param required of positions and orders.
     * @return margin equity less that, and less what of collateral does not count.
     */
    public long freeMarginWith(final long required) {
        return marginEquity - collateralInitialMargin() - required;
    }
}
