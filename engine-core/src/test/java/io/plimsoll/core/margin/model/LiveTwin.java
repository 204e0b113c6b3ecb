package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.PhaseIn;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.risk.RiskRegime;
import java.math.BigInteger;
import java.util.List;

/** Holds the margins of accounts of an engine, each alone in its group, to those that the slow twin makes, and their requirement with orders. */
public final class LiveTwin {
    private final MarginEngine engine;
    private final MarginAssessment assessment = new MarginAssessment();
    private int withOrders;

    public LiveTwin(final MarginEngine engine) {
        this.engine = engine;
    }

    /** How many requirements with orders were compared. */
    public int withOrders() {
        return withOrders;
    }

    /** Fails naming what was done last; says nothing of an account in another mode, or before there are rows. */
    public void assertAgree(final long id, final String what) {
        final EngineState state = engine.state();
        final Account account = state.accounts().account(id);
        engine.assess(account, assessment);
        if (state.risk().inUse() == null || account.mode() != MarginMode.PORTFOLIO) {
            return;
        }
        final RiskRegime regime = state.risk().inUse().regime();
        final LiveHeld held = new LiveHeld(state, account, regime);
        final MarginModel model = state.risk().inUse().of(account).model();
        final List<BigInteger> margins = new SlowMargin(model, regime.frame(), held).margins();
        long maintenance = margins.get(1).longValueExact();
        long initial = margins.get(2).longValueExact();
        for (int i = 0; i < account.positions().count(); i++) {
            final Instrument instrument = account.positions().instrumentAt(i);
            if (regime.row(instrument) == null) {
                final long[] tiers =
                        LiveTiers.of(state, instrument, account.positions().lotsAt(i));
                initial += tiers[0];
                maintenance += tiers[1];
            }
        }
        final boolean canOwe = canOwe(account);
        assertThat(assessment.askedMaintenanceMargin()).as(what).isEqualTo(maintenance);
        assertThat(assessment.askedInitialMargin()).as(what).isEqualTo(initial);
        assertThat(assessment.maintenanceMargin())
                .as(what)
                .isEqualTo(canOwe ? maintenance - spared(account, maintenance, state.timeNs()) : 0);
        assertThat(assessment.positionInitialMargin()).as(what).isEqualTo(canOwe ? initial : 0);
        if (account.orderCount() > 0) {
            withOrders++;
            assertThat(engine.positionAndOrderMargin(account))
                    .as("%s, with orders of account %d", what, id)
                    .isEqualTo(new LiveOrders(state, account, regime, held).initialMargin(model));
        }
    }

    /** Of a raise: no more than it was, nor than its share of what is asked; of that what is left of the time. */
    private static long spared(final Account account, final long asked, final long timeNs) {
        final PhaseIn phaseIn = account.phaseIn();
        if (timeNs >= phaseIn.untilNs()) {
            return 0;
        }
        final BigInteger most = SlowNumbers.timesFloor(BigInteger.valueOf(asked), phaseIn.share())
                .min(BigInteger.valueOf(phaseIn.amount()));
        return most.multiply(BigInteger.valueOf(phaseIn.untilNs() - timeNs))
                .divide(BigInteger.valueOf(phaseIn.untilNs() - phaseIn.fromNs()))
                .longValueExact();
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
}
