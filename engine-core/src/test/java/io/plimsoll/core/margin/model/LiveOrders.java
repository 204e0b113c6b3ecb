package io.plimsoll.core.margin.model;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The orders of an account of an engine as the slow twin counts them: by rows, by tiers where there is no row, and what each loses at once. */
final class LiveOrders {
    private final EngineState state;
    private final Account account;
    private final RiskRegime regime;
    private final LiveHeld held;
    private final List<SlowOrder> byRows = new ArrayList<>();
    private final Map<Instrument, long[]> byTiers = new HashMap<>();
    private final Map<Asset, Long> taken = new HashMap<>();
    private final SlowOrderLoss loss;
    private BigInteger losses = BigInteger.ZERO;

    LiveOrders(final EngineState state, final Account account, final RiskRegime regime, final LiveHeld held) {
        this.state = state;
        this.account = account;
        this.regime = regime;
        this.held = held;
        final Orders orders = state.orders();
        this.loss = new SlowOrderLoss(state, account);
        for (int slot = orders.firstOf(account); slot != Orders.NONE; slot = orders.nextOf(slot)) {
            final Instrument instrument = orders.instrument(slot);
            losses = losses.add(loss.of(instrument, orders.signedLots(slot), orders.limit(slot)));
            if (instrument.kind() == InstrumentKind.SPOT) {
                exchange(instrument, orders.signedLots(slot), orders.limit(slot));
            } else {
                contract(instrument, orders.signedLots(slot));
                if (instrument.isPremiumStyle()) {
                    premium(instrument, orders.signedLots(slot), orders.limit(slot));
                } else {
                    settlement(instrument, orders.signedLots(slot), orders.limit(slot));
                }
            }
        }
    }

    private void contract(final Instrument instrument, final long lots) {
        final RiskInstrument row = regime.row(instrument);
        if (row == null) {
            byTiers.computeIfAbsent(instrument, none -> new long[2])[lots > 0 ? 0 : 1] += lots;
        } else {
            byRows.add(new SlowOrder(row, lots));
            held.list(row);
        }
    }

    private void premium(final Instrument instrument, final long lots, final long limit) {
        final long premium = instrument.value(Math.abs(lots), limit);
        if (lots > 0) {
            taken.merge(instrument.settlement(), premium, Long::sum);
            goes(instrument.settlement(), premium + loss.feeAmount(instrument, lots, limit));
        } else {
            comes(instrument.settlement(), premium + loss.rebateAmount(instrument, lots, limit));
        }
    }

    /** What a contract gains against the mark with a rebate comes, what it loses with its fee goes; between the two both are counted. */
    private void settlement(final Instrument instrument, final long lots, final long limit) {
        final long mark = state.prices().markTicks(instrument);
        final long gain = instrument.value(lots, mark) - instrument.value(lots, limit);
        comes(instrument.settlement(), Math.max(0, gain + loss.rebateAmount(instrument, lots, limit)));
        goes(instrument.settlement(), Math.max(0, loss.feeAmount(instrument, lots, limit) - gain));
    }

    private void exchange(final Instrument instrument, final long lots, final long limit) {
        final boolean buys = lots > 0;
        final long coins = Math.abs(lots) * instrument.terms().contract().lotSize();
        final long money = instrument.value(Math.abs(lots), limit);
        final long fee = buys ? loss.feeAmount(instrument, lots, limit) : 0;
        final long rebate = buys ? 0 : loss.rebateAmount(instrument, lots, limit);
        comes(buys ? instrument.underlying() : instrument.settlement(), buys ? coins : money + rebate);
        goes(buys ? instrument.settlement() : instrument.underlying(), buys ? money + fee : coins);
        taken.merge(buys ? instrument.settlement() : instrument.underlying(), (buys ? money : coins) + fee, Long::sum);
    }

    /** As what is held; as a debt where one is owed. */
    private void comes(final Asset asset, final long amount) {
        final int coin = regime.coins().of(asset);
        if (coin >= 0) {
            coin(coin, held.lotsOfCoin(coin) < 0, amount, 1);
        }
    }

    /** As what is held; as a debt where none is. */
    private void goes(final Asset asset, final long amount) {
        final int coin = regime.coins().of(asset);
        if (coin >= 0) {
            coin(coin, held.lotsOfCoin(coin) <= 0, amount, -1);
        }
    }

    /** In lots of the coin's row, rounded up. */
    private void coin(final int coin, final boolean isDebt, final long amount, final int sign) {
        final RiskInstrument row = regime.coins().row(coin, isDebt);
        if (row != null && amount != 0) {
            final BigInteger lots = SlowNumbers.ceilDiv(
                    BigInteger.valueOf(amount),
                    BigInteger.valueOf(regime.coins().lot(coin)));
            byRows.add(new SlowOrder(row, sign * lots.longValueExact()));
            held.list(regime.coins().row(coin, held.lotsOfCoin(coin) < 0));
        }
    }

    /** Initial margin of positions and orders, millionths of the margin currency. */
    long initialMargin(final MarginModel model) {
        return new SlowMargin(model, regime.frame(), held, byRows)
                .margins()
                .get(2)
                .add(tiers())
                .add(losses)
                .add(surcharges())
                .longValueExact();
    }

    /** Of what orders take of an asset beyond what there is, profit and loss included. */
    private BigInteger surcharges() {
        BigInteger sum = BigInteger.ZERO;
        for (final Map.Entry<Asset, Long> each : taken.entrySet()) {
            sum = sum.add(loss.surcharge(each.getKey(), each.getValue() - Math.max(0, has(each.getKey()))));
        }
        return sum;
    }

    private long has(final Asset asset) {
        long has = account.balances().of(asset) - account.balances().accruedInterest(asset);
        for (int i = 0; i < account.positions().count(); i++) {
            final Instrument instrument = account.positions().instrumentAt(i);
            if (instrument.settlement() == asset && !instrument.isPremiumStyle()) {
                final long mark = state.prices().markTicks(instrument);
                has += instrument.value(account.positions().lotsAt(i), mark)
                        - account.positions().entryCostAt(i)
                        + account.positions().accruedFundingAt(i);
            }
        }
        return has;
    }

    /** Of what has no row the dearer of all buys and all sells. */
    private BigInteger tiers() {
        for (int i = 0; i < account.positions().count(); i++) {
            final Instrument instrument = account.positions().instrumentAt(i);
            if (regime.row(instrument) == null) {
                byTiers.computeIfAbsent(instrument, none -> new long[2]);
            }
        }
        BigInteger sum = BigInteger.ZERO;
        for (final Map.Entry<Instrument, long[]> each : byTiers.entrySet()) {
            final long lots = account.positions().lotsOf(each.getKey());
            final long bought = LiveTiers.of(state, each.getKey(), lots + each.getValue()[0])[0];
            final long sold = LiveTiers.of(state, each.getKey(), lots + each.getValue()[1])[0];
            sum = sum.add(BigInteger.valueOf(Math.max(bought, sold)));
        }
        return sum;
    }
}
