package io.plimsoll.lab.conformance;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.TradeFill;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Expiry;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.OptionTerms;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.TradeDecoder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/**
 * Fills of one account in one instrument, booked by an engine of their own, one after the other. Every figure is read from the
 * engine's positions, balances and valuation; here it only becomes decimal again.
 *
 * <pre>{@code
 * FillSequence sequence = new FillSequence(Contract.LINEAR, rate, fills, marks);
 * for (int i = 0; i < fills.size(); i++) {
 *     After after = sequence.next();
 * }
 * BigDecimal unrealised = sequence.unrealised(mark);
 * }</pre>
 */
public final class FillSequence {
    private static final int UNDERLYING = 1;
    private static final int SETTLEMENT = 2;
    private static final int TIERS = 1;
    private static final int INSTRUMENT = 1;
    private static final long ACCOUNT = 1;
    private static final long OTHER_SIDE = 2;

    private final FillScales scales;
    private final BigDecimal feeRate;
    private final List<Fill> fills;
    private final boolean inverse;
    private final CaseEngine driven = new CaseEngine(new Limits(1, 2, 1, 1, 2, 2, 1, 1, 1, 1));
    private final MarginEngine engine = driven.engine();
    private final Instrument instrument;
    private final Asset settlement;
    private final Account account;
    private int booked;
    private long balanceWhenFlat;

    /** How the contract is worth its price. */
    public enum Contract {
        /** A quantity of the underlying, settled in the quote currency. */
        LINEAR,
        /** An amount of the quote currency, settled in the underlying. */
        INVERSE
    }

    /**
     * A fill.
     *
     * @param quantity signed: positive buys. Linear: of the underlying; inverse: of the quote currency.
     * @param price in the quote currency per underlying.
     * @param commission amount of the settlement currency on top of the fee rate.
     */
    public record Fill(BigDecimal quantity, BigDecimal price, BigDecimal commission) {}

    /**
     * What stands after a fill.
     *
     * @param size signed position.
     * @param realised profit and loss since the position was last flat, less fees, in the settlement currency; after the fill that
     *     makes it flat still that of the position that was closed. A fill that flips does not make it flat.
     * @param averagePrice of the position, from its entry cost; null when there is none.
     */
    public record After(BigDecimal size, BigDecimal realised, BigDecimal averagePrice) {}

    /**
     * An engine that is ready for the first fill.
     *
     * @param contract linear or inverse.
     * @param feeRate of the value of each fill.
     * @param fills in their order.
     * @param marks every price that {@link #unrealised} or {@link #notional} will be asked for.
     * @throws IllegalArgumentException the figures need more digits than the engine has, or a price is not one.
     */
    public FillSequence(
            final Contract contract, final BigDecimal feeRate, final List<Fill> fills, final List<BigDecimal> marks) {
        this.inverse = contract == Contract.INVERSE;
        this.feeRate = feeRate;
        this.fills = List.copyOf(fills);
        this.scales = FillScales.of(inverse, fills, marks);
        define();
        this.instrument = engine.state().instruments().get(INSTRUMENT);
        this.settlement = instrument.settlement();
        this.account = engine.state().accounts().account(ACCOUNT);
    }

    /** The settlement asset's decimals only serve its value in the margin currency, which nothing here asks for. */
    private void define() {
        final int settles = inverse ? UNDERLYING : SETTLEMENT;
        final TierTable tiers = new TierTable(TIERS, 0);
        tiers.add(0, 1, 1);
        for (final int asset : new int[] {UNDERLYING, SETTLEMENT}) {
            apply(() -> engine.onDefineAsset(
                    asset, new Symbol('A' + asset, 0), Asset.SCALE_MAX, false, new Haircuts(0, 0, 0)));
            apply(() -> engine.onIndexPrice(asset, Asset.INDEX_PRICE_ONE));
        }
        apply(() -> engine.onDefineTierTable(TIERS, tiers));
        apply(() -> engine.onDefineInstrument(new InstrumentTerms(
                INSTRUMENT,
                new Symbol('F', 0),
                UNDERLYING,
                settles,
                scales.tickValue(),
                scales.ticksMax(),
                scales.lotsMax(),
                TIERS,
                contractTerms())));
        for (final long id : new long[] {ACCOUNT, OTHER_SIDE}) {
            apply(() -> engine.onDefineGroup(id));
            apply(() -> engine.onDefineAccount(id, id, MarginMode.CROSS));
        }
    }

    private ContractTerms contractTerms() {
        return new ContractTerms(
                inverse ? InstrumentKind.INVERSE_PERPETUAL : InstrumentKind.LINEAR_PERPETUAL,
                0,
                scales.ticksMin(),
                0,
                inverse ? 1 : 0,
                Expiry.NONE,
                OptionTerms.NONE);
    }

    private void apply(final Supplier<RejectReason> command) {
        apply(DefineAccountDecoder.TEMPLATE_ID, command);
    }

    private void apply(final int template, final Supplier<RejectReason> command) {
        driven.must(template, command);
    }

    /**
     * Books the next fill.
     *
     * @return what stands after it.
     * @throws NoSuchElementException there is no fill left.
     */
    public After next() {
        if (booked == fills.size()) {
            throw new NoSuchElementException("all " + booked + " fills are booked");
        }
        if (lots() == 0) {
            balanceWhenFlat = account.balances().of(settlement);
        }
        final Fill fill = fills.get(booked++);
        final long signedLots = scales.lots(fill.quantity());
        final long price = scales.ticks(fill.price());
        final BigDecimal value = scales.money(Math.abs(instrument.value(signedLots, price)));
        final long fee = scales.minorUnitsNearest(value.multiply(feeRate).add(fill.commission()));
        final boolean buys = signedLots > 0;
        final TradeFill trade = new TradeFill()
                .what(INSTRUMENT, booked, price, Math.abs(signedLots))
                .buyer(buys ? ACCOUNT : OTHER_SIDE, 0, buys ? fee : 0)
                .seller(buys ? OTHER_SIDE : ACCOUNT, 0, buys ? 0 : fee);
        apply(TradeDecoder.TEMPLATE_ID, () -> engine.onTrade(trade));
        return new After(
                scales.quantity(lots()),
                scales.money(account.balances().of(settlement) - balanceWhenFlat),
                averagePrice());
    }

    private long lots() {
        return account.positions().lotsOf(instrument);
    }

    private BigDecimal averagePrice() {
        final BigDecimal cost = scales.money(account.positions().entryCostOf(instrument));
        if (lots() == 0 || (inverse && cost.signum() == 0)) {
            return null;
        }
        final BigDecimal size = scales.quantity(lots());
        return inverse ? size.negate().divide(cost, MathContext.DECIMAL128) : cost.divide(size, MathContext.DECIMAL128);
    }

    /**
     * What the position would gain if it were closed at a price.
     *
     * @param mark one of the marks or fill prices.
     * @return signed amount of the settlement currency.
     */
    public BigDecimal unrealised(final BigDecimal mark) {
        return scales.money(valueAt(mark) - account.positions().entryCostOf(instrument));
    }

    /**
     * What the position is worth, without sign.
     *
     * @param mark one of the marks or fill prices.
     * @return amount of the settlement currency.
     */
    public BigDecimal notional(final BigDecimal mark) {
        return scales.money(Math.abs(valueAt(mark)));
    }

    private long valueAt(final BigDecimal mark) {
        apply(MarkPriceDecoder.TEMPLATE_ID, () -> engine.onMarkPrice(INSTRUMENT, scales.ticks(mark)));
        return instrument.value(lots(), engine.state().prices().markTicks(instrument));
    }
}
