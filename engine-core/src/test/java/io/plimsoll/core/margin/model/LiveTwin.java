package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Holds the margins of accounts of an engine, each alone in its group and without orders, to those that the slow twin makes. */
final class LiveTwin {
    private final MarginEngine engine;
    private final MarginAssessment assessment = new MarginAssessment();

    LiveTwin(final MarginEngine engine) {
        this.engine = engine;
    }

    /** What an account holds, listed by the test. */
    private record Held(List<RiskInstrument> instruments, List<Long> sizes) implements Holdings {
        @Override
        public int count() {
            return instruments.size();
        }

        @Override
        public RiskInstrument instrument(final int at) {
            return instruments.get(at);
        }

        @Override
        public long lots(final int at) {
            return sizes.get(at);
        }
    }

    /** Fails naming what was done last; says nothing of an account in another mode, or before there are rows. */
    void assertAgree(final long id, final String what) {
        final EngineState state = engine.state();
        final Account account = state.accounts().account(id);
        engine.assess(account, assessment);
        if (state.risk().inUse() == null || account.mode() != MarginMode.PORTFOLIO) {
            return;
        }
        final RiskRegime regime = state.risk().inUse().regime();
        final BigInteger[] byTiers = {BigInteger.ZERO, BigInteger.ZERO};
        final Held held = held(state, account, regime, byTiers);
        final MarginModel model = state.risk().inUse().of(account).model();
        final List<BigInteger> margins = new SlowMargin(model, regime.frame(), held).margins();
        final long maintenance = margins.get(1).add(byTiers[1]).longValueExact();
        final long initial = margins.get(2).add(byTiers[0]).longValueExact();
        final boolean canOwe = canOwe(account);
        assertThat(assessment.askedMaintenanceMargin()).as(what).isEqualTo(maintenance);
        assertThat(assessment.askedInitialMargin()).as(what).isEqualTo(initial);
        assertThat(assessment.maintenanceMargin()).as(what).isEqualTo(canOwe ? maintenance : 0);
        assertThat(assessment.positionInitialMargin()).as(what).isEqualTo(canOwe ? initial : 0);
    }

    /** A debt, or a position other than a long option that is paid. */
    private static boolean canOwe(final Account account) {
        boolean canOwe = false;
        for (int i = 0; i < account.balances().count(); i++) {
            canOwe |= account.balances().amountAt(i) < 0;
        }
        for (int i = 0; i < account.positions().count(); i++) {
            canOwe |= account.positions().lotsAt(i) < 0
                    || !account.positions().instrumentAt(i).isPremiumStyle();
        }
        return canOwe;
    }

    private static Held held(
            final EngineState state, final Account account, final RiskRegime regime, final BigInteger[] byTiers) {
        final List<RiskInstrument> instruments = new ArrayList<>();
        final List<Long> lots = new ArrayList<>();
        final long[] nets = new long[8];
        final Positions positions = account.positions();
        for (int i = 0; i < account.balances().count(); i++) {
            nets[account.balances().assetAt(i).id()] = account.balances().amountAt(i);
        }
        for (int i = 0; i < positions.count(); i++) {
            final Instrument instrument = positions.instrumentAt(i);
            final long mark = state.prices().markTicks(instrument);
            if (!instrument.isPremiumStyle()) {
                nets[instrument.settlement().id()] +=
                        instrument.value(positions.lotsAt(i), mark) - positions.entryCostAt(i);
            }
            if (regime.row(instrument) != null) {
                instruments.add(regime.row(instrument));
                lots.add(positions.lotsAt(i));
            } else {
                addTiers(state, instrument, positions.lotsAt(i), byTiers);
            }
        }
        for (int c = 0; c < regime.coins().count(); c++) {
            final Asset asset = regime.coins().asset(c);
            final long net = asset == null ? 0 : nets[asset.id()];
            final RiskInstrument row = regime.coins().row(c, net < 0);
            if (net != 0 && row != null) {
                final long lot = regime.coins().lot(c);
                instruments.add(row);
                lots.add(Long.signum(net) * ((Math.abs(net) + lot / 2) / lot));
            }
        }
        return new Held(instruments, lots);
    }

    /** One tier boundary; the account is alone in its group. */
    private static void addTiers(
            final EngineState state, final Instrument instrument, final long lots, final BigInteger[] sums) {
        if (instrument.isPremiumStyle() && lots > 0) {
            return;
        }
        final long mark = state.prices().markTicks(instrument);
        final boolean isOption = instrument.kind() == InstrumentKind.OPTION;
        BigInteger notional = BigInteger.valueOf(Math.abs(lots) * instrument.lotNotional(mark));
        final Asset asset = instrument.notionalAsset();
        if (asset != null) {
            notional = ceil(
                    notional.multiply(BigInteger.valueOf(state.prices().indexPrice(asset))),
                    BigInteger.valueOf(asset.usdDivisor()));
        }
        final long[] margins = {
            instrument.tiers().initialMarginCeil(notional.longValueExact()),
            instrument.tiers().maintenanceMarginCeil(notional.longValueExact())
        };
        for (int i = 0; i < margins.length; i++) {
            final long most = isOption && lots > 0 ? instrument.value(lots, mark) : Long.MAX_VALUE;
            sums[i] = sums[i].add(BigInteger.valueOf(Math.min(most, margins[i])));
        }
    }

    private static BigInteger ceil(final BigInteger a, final BigInteger b) {
        return a.add(b).subtract(BigInteger.ONE).divide(b);
    }
}
