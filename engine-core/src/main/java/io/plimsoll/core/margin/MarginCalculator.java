package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.OrderProposal;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.fixed.FixedPoint;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.market.PriceBook;
import java.util.function.LongSupplier;

/**
 * The one formula: account to assessment. Re-margining, the withdrawal rule and the order check all come here.
 *
 * <p>Per asset, balance and unrealised P and L are netted first and haircut then, by sign. Premium-style options are a part of
 * equity of their own: their market value, netted by settlement asset, without haircut; in cross mode, where it is positive, it
 * offsets the requirement of short ones instead.
 *
 * <p>The requirement of an account in portfolio mode is that of the {@link PortfolioBook}, and the schedule for each position in
 * an instrument that has no row there.
 */
public final class MarginCalculator {
    /** A pocket has nothing but what its instrument settles in. */
    private static final Haircuts NO_HAIRCUT = new Haircuts(0, 0, 0);

    private final PriceBook prices;
    private final Valuation valuation;
    private final PositionMargin positionMargin;
    private final WrongWay wrongWay;
    private final OrderFill fills;
    private final LongSupplier timeNs;
    private final long[] unrealisedByAsset;
    private final long[] optionValueByAsset;
    private final long[] movedByAsset;
    private final long[] netByAsset;
    private final long[] othersByAsset;
    private final MarginAssessment explained = new MarginAssessment();
    private PortfolioBooks books;
    private PortfolioBook portfolio;
    private MarginLook look;
    private boolean withHaircut;
    private boolean isPool;
    private boolean isFilled;
    private Asset sharedAsset;
    private long shared;

    /**
     * Margins at the prices of a book.
     *
     * @param prices index and mark prices.
     * @param valuation at the same prices.
     * @param assets room for assets.
     * @param timeNs the engine's time: raises come to count with it.
     */
    public MarginCalculator(
            final PriceBook prices, final Valuation valuation, final int assets, final LongSupplier timeNs) {
        this.prices = prices;
        this.valuation = valuation;
        this.timeNs = timeNs;
        this.positionMargin = new PositionMargin(prices, valuation);
        this.wrongWay = new WrongWay(valuation, assets);
        this.fills = new OrderFill(prices);
        this.unrealisedByAsset = new long[assets];
        this.optionValueByAsset = new long[assets];
        this.movedByAsset = new long[assets];
        this.netByAsset = new long[assets];
        this.othersByAsset = new long[assets];
    }

    /** What coins need beside contracts on them, of the account assessed last. */
    WrongWay wrongWay() {
        return wrongWay;
    }

    /** Room for assets. */
    int assets() {
        return netByAsset.length;
    }

    /** What the account assessed last has of an asset, with profit and loss, signed; what it has no place for is nothing. */
    long netOf(final Account account, final Asset asset) {
        return account.balances().holds(asset) ? netByAsset[asset.ordinal()] : 0;
    }

    /**
     * Says what accounts in portfolio mode are margined with from now on.
     *
     * @param newBooks their requirements, by model; null: as in cross mode.
     */
    public void portfolio(final PortfolioBooks newBooks) {
        books = newBooks;
    }

    /**
     * Assesses an account as it is.
     *
     * @param account the account.
     * @param assessment takes the result.
     */
    public void assess(final Account account, final MarginAssessment assessment) {
        assessIn(account, account.mode(), account.model(), assessment);
    }

    /**
     * Assesses an account as if one balance were another.
     *
     * @param account the account.
     * @param moved asset whose balance is moved, if the account holds it.
     * @param change signed minor units.
     * @param assessment takes the result.
     */
    public void assess(final Account account, final Asset moved, final long change, final MarginAssessment assessment) {
        move(account, moved, change);
        assess(account, assessment);
    }

    /**
     * Assesses an account as if it had given an amount to another.
     *
     * @param account the account.
     * @param to whose it would be; null: nobody's of the group.
     * @param asset of which.
     * @param amount minor units, not negative.
     * @param assessment takes the result.
     */
    public void assessWithout(
            final Account account,
            final Account to,
            final Asset asset,
            final long amount,
            final MarginAssessment assessment) {
        final boolean isShared = to != null && to.group() == account.group() && !to.isPocket();
        sharedAsset = isShared ? asset : null;
        final long owned = isShared ? to.balances().of(asset) : 0;
        shared = isShared ? Math.max(0, owned + amount) - Math.max(0, owned) : 0;
        assess(account, asset, -amount, assessment);
        sharedAsset = null;
    }

    private void move(final Account account, final Asset asset, final long change) {
        if (account.balances().holds(asset)) {
            movedByAsset[asset.ordinal()] += change;
        }
    }

    /**
     * Assesses an account as if it were in another mode, or margined by another model.
     *
     * @param account the account.
     * @param mode which.
     * @param model id of the model, at work once there are rows; a book that is not the account's is to be
     *     {@linkplain PortfolioBook#leave left} again.
     * @param assessment takes the result.
     */
    public void assessIn(
            final Account account, final MarginMode mode, final int model, final MarginAssessment assessment) {
        assessEquity(account, mode, PortfolioBooks.of(books, mode, model), assessment);
        if (portfolio != null) {
            portfolio.compute(account, netByAsset, othersByAsset);
            assessment.addRequirement(0, portfolio.initialMargin(), portfolio.maintenanceMargin());
        }
        assessment.spare(account.phaseIn(), timeNs.getAsLong());
    }

    private void assessEquity(
            final Account account, final MarginMode mode, final PortfolioBook book, final MarginAssessment assessment) {
        portfolio = book;
        withHaircut = mode != MarginMode.ISOLATED;
        assessment.clear();
        assessment.addCreditLine(account.creditLine());
        isPool = PortfolioBooks.isPool(book, mode);
        addPositions(account, assessment);
        addAssets(account, assessment);
        if (isPool) {
            assessment.offsetShortOptions();
            forgetLongs(account.positions());
        }
    }

    /**
     * Assesses what equity an account would have with orders of a proposal filled, at their limits or at the mark, whichever is
     * worse for the account. Of margin the assessment says nothing but what is due to collateral: {@link OrderMargin} knows the rest.
     *
     * @param account the account.
     * @param change says which orders are filled.
     * @param assessment takes the result.
     * @return whether that can be said: an account has no place yet for what it never held and would owe then.
     */
    public boolean assessFilled(final Account account, final OrderProposal change, final MarginAssessment assessment) {
        for (int i = 0; i < change.count(); i++) {
            if (change.isFilled(i)
                    && !fills.hasPlaceToOwe(account, change.instrument(i), change.signedLots(i), change.limit(i))) {
                return false;
            }
        }
        for (int i = 0; i < change.count(); i++) {
            if (change.isFilled(i)) {
                fill(account, change.instrument(i), change.signedLots(i), change.limit(i));
            }
        }
        final MarginMode mode = account.mode();
        isFilled = true;
        assessEquity(account, mode, PortfolioBooks.of(books, mode, account.model()), assessment);
        isFilled = false;
        for (int i = 0; i < change.count(); i++) {
            if (change.isFilled(i) && !leavesUnableToOwe(change, i)) {
                assessment.owes();
            }
        }
        if (portfolio != null) {
            portfolio.coins(account, netByAsset, othersByAsset);
        }
        return true;
    }

    private static boolean leavesUnableToOwe(final OrderProposal change, final int index) {
        final Instrument instrument = change.instrument(index);
        return instrument.kind() == InstrumentKind.SPOT || cannotOwe(instrument, change.signedLots(index));
    }

    private void fill(final Account account, final Instrument instrument, final long signedLots, final long limit) {
        final Asset settlement = instrument.settlement();
        if (instrument.kind() == InstrumentKind.SPOT) {
            final long paid = fills.paid(instrument, signedLots, limit);
            move(account, settlement, -paid - OrderFill.fee(account, paid));
            final long got = signedLots * instrument.terms().contract().lotSize();
            move(account, instrument.underlying(), got);
            return;
        }
        move(account, settlement, -fills.loss(account, instrument, signedLots, limit));
        if (instrument.isPremiumStyle()) {
            optionValueByAsset[settlement.ordinal()] += instrument.value(signedLots, prices.markTicks(instrument));
        }
    }

    /**
     * Shows how equity and requirement of an account come about.
     *
     * @param account the account.
     * @param onlooker is called while they are added up; with a tree in portfolio mode only.
     */
    public void explain(final Account account, final MarginLook onlooker) {
        look = onlooker;
        assess(account, explained);
        look = null;
        if (portfolio != null) {
            portfolio.explain(account, netByAsset, othersByAsset, onlooker);
        }
    }

    private void addPositions(final Account account, final MarginAssessment assessment) {
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            final long lots = positions.lotsAt(i);
            final long value = instrument.value(lots, prices.markTicks(instrument));
            if (!cannotOwe(instrument, lots)) {
                assessment.owes();
            }
            if (instrument.isPremiumStyle()) {
                optionValueByAsset[instrument.settlement().ordinal()] += value;
            } else {
                unrealisedByAsset[instrument.settlement().ordinal()] +=
                        value - positions.entryCostAt(i) + positions.accruedFundingAt(i);
            }
            final boolean isByTiers = portfolio == null || !portfolio.covers(instrument);
            if (!isByTiers) {
                assessment.addNotional(positionMargin.notionalOf(instrument, Math.abs(lots)));
            }
            if (isByTiers || look != null) {
                positionMargin.compute(account, instrument, Math.abs(lots), lots);
            }
            if (look != null) {
                show(instrument, lots, isByTiers);
            }
            if (isByTiers) {
                addRequirement(instrument, lots, assessment);
            }
        }
    }

    private void addRequirement(final Instrument instrument, final long lots, final MarginAssessment assessment) {
        final long initial = positionMargin.initialMargin();
        final long maintenance = positionMargin.maintenanceMargin();
        assessment.addRequirement(positionMargin.notional(), initial, maintenance);
        if (instrument.isPremiumStyle() && lots < 0) {
            assessment.isOfShortOptions(initial, maintenance);
        }
        if (isPool && lots > 0 && instrument.kind() != InstrumentKind.OPTION) {
            wrongWay.hold(instrument, positionMargin.notional());
        }
    }

    private void forgetLongs(final Positions positions) {
        for (int i = 0; i < positions.count(); i++) {
            wrongWay.release(positions.instrumentAt(i));
        }
    }

    /** Premiums are paid at once, and an option is worth nothing at least. */
    private static boolean cannotOwe(final Instrument instrument, final long lots) {
        return instrument.isPremiumStyle() && lots > 0;
    }

    private void show(final Instrument instrument, final long lots, final boolean isByTiers) {
        look.position(
                instrument,
                lots,
                positionMargin.notional(),
                positionMargin.initialMargin(),
                positionMargin.maintenanceMargin(),
                isByTiers);
    }

    /** Every settlement asset of a position has a place among the balances, so this loop sees all that positions are worth. */
    private void addAssets(final Account account, final MarginAssessment assessment) {
        final Balances balances = account.balances();
        for (int i = 0; i < balances.count(); i++) {
            final Asset asset = balances.assetAt(i);
            final long unrealised = unrealisedByAsset[asset.ordinal()];
            unrealisedByAsset[asset.ordinal()] = 0;
            final long optionValue = optionValueByAsset[asset.ordinal()];
            optionValueByAsset[asset.ordinal()] = 0;
            if (optionValue != 0) {
                final long value = valuation.usdSignedFloor(asset, optionValue);
                assessment.addOptionValue(value);
                if (look != null) {
                    look.options(asset, value);
                }
            }
            if (unrealised > 0) {
                assessment.addUnrealisedProfit(valuation.usdCeil(asset, unrealised));
            }
            final long moved = movedByAsset[asset.ordinal()];
            movedByAsset[asset.ordinal()] = 0;
            final long net = balances.amountAt(i) - balances.accruedInterestAt(i) + unrealised + moved;
            netByAsset[asset.ordinal()] = net;
            othersByAsset[asset.ordinal()] = ownedByOthers(account, asset);
            addAsset(asset, net, assessment);
            if (isFilled && moved < 0) {
                wrongWay.keep(asset, valuation.usdSignedFloor(asset, net - moved));
            }
            if (look != null) {
                show(asset, net - unrealised, unrealised);
            }
        }
    }

    /** What counts for tiers of a haircut beside what the account has itself; 0 where there is but one tier. */
    private long ownedByOthers(final Account account, final Asset asset) {
        if (!withHaircut
                || asset.haircuts().count() == 1
                || account.group().members().count() == 1) {
            return 0;
        }
        return account.group().ownedByOthers(account, asset) + (asset == sharedAsset ? shared : 0);
    }

    private void show(final Asset asset, final long balance, final long unrealised) {
        final MarginAssessment alone = new MarginAssessment();
        addAsset(asset, balance + unrealised, alone);
        look.asset(
                asset,
                balance,
                unrealised,
                alone.netAssetValue(),
                alone.netAssetValue() - alone.marginEquity(),
                alone.haircutInitialMargin());
        if (alone.wrongWay() != 0) {
            look.wrongWay(asset, alone.wrongWay());
        }
    }

    private void addAsset(final Asset asset, final long net, final MarginAssessment assessment) {
        final Haircuts haircuts = withHaircut ? asset.haircuts() : NO_HAIRCUT;
        if (net >= 0) {
            final long value = valuation.usdFloor(asset, net);
            final long others = othersByAsset[asset.ordinal()];
            final long ofOthers = others == 0 ? 0 : valuation.usdCeil(asset, others);
            final long haircut = haircuts.creditCeil(value, ofOthers);
            final long initial = haircuts.initialCeil(value, ofOthers);
            assessment.addCredit(value, haircut, initial);
            final long again = isPool ? wrongWay.assess(asset, value, ofOthers) : 0;
            assessment.addWrongWay(again);
            if (withHaircut) {
                assessment.addCapped(CollateralCap.takenCeil(asset, value - haircut - initial - again));
            }
        } else {
            final long value = valuation.usdCeil(asset, -net);
            wrongWay.assess(asset, -value, 0);
            assessment.owes();
            assessment.addDebt(value, FixedPoint.rateOfCeil(value, haircuts.liabilityPpm()));
        }
    }
}
