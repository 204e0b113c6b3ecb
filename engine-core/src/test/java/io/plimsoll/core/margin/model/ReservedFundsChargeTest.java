package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.core.risk.WideAccumulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Funds that spot orders have reserved: two coins at a price of 1; an asset counts 80 %, a debt 120 %. */
class ReservedFundsChargeTest {
    private static final long FIFTH = Rate.ONE / 5;
    private static final Set<RiskKind> COINS = Set.of(RiskKind.COIN);
    private static final Charge WEIGHTS =
            new PositionCharge("weights", Column.VALUE, new Selection(COINS, Side.BOTH), ClassRates.of(FIFTH), false);
    private static final Charge WITH_ORDERS = new ReservedFundsCharge("with orders", WEIGHTS);

    /** Coins by lots; a lot is worth 1. */
    private static class Coins implements Holdings {
        private final List<RiskInstrument> instruments = new ArrayList<>();
        private final List<Long> lots = new ArrayList<>();

        void add(final int coin, final long count) {
            final RiskRow row = new RiskRow(0, 0);
            row.values()[Column.VALUE] = 1;
            instruments.add(
                    new RiskInstrument(coin, RiskKind.COIN, coin, coin, 0, 0, 0, Rate.ONE, row, CoinTiers.NONE));
            lots.add(count);
        }

        @Override
        public int count() {
            return lots.size();
        }

        @Override
        public RiskInstrument instrument(final int index) {
            return instruments.get(index);
        }

        @Override
        public long lots(final int index) {
            return lots.get(index);
        }
    }

    private static final class Account extends Coins {
        private final Coins reserved = new Coins();

        Account(final long first, final long second) {
            add(0, first);
            add(1, second);
        }

        Account order(final long asFirst, final long asSecond) {
            reserved.add(0, asFirst);
            reserved.add(1, asSecond);
            return this;
        }

        @Override
        public Holdings reserved() {
            return reserved;
        }
    }

    @Test
    void withoutOrdersItIsTheChargeOfThePositions() {
        assertThat(assess(new Account(100, -50))).isEqualTo(20 + 10);
    }

    @Test
    void fundsPayDebtsFirstAndCountAsTheCoinWhereThatIsLess() {
        assertThat(assess(new Account(100, -50).order(40, 40)))
                .as("as the first coin they count 32, as the second they pay 48 of debt")
                .isEqualTo(30 - 32);
        assertThat(assess(new Account(-100, -50).order(40, 30)))
                .as("as the second coin they pay 36 of debt, as the first 48")
                .isEqualTo(30 - 36);
    }

    @Test
    void whatIsLeftOfADebtIsPaidAndTheRestCountsAsAnAsset() {
        assertThat(assess(new Account(100, -50).order(90, 80)))
                .as("72 as the first coin; 60 of debt and 24 of the rest as the second")
                .isEqualTo(30 - 72);
        assertThat(assess(new Account(0, -50).order(1_000, 80)))
                .as("50 x 1.2 + 30 x 0.8")
                .isEqualTo(10 - 84);
    }

    @Test
    void eachOrderIsTheLastThatPaysSoThatADebtIsNotPaidTwice() {
        assertThat(assess(new Account(0, -50).order(1_000, 60).order(1_000, 60)))
                .as("each adds 60 to the 10 that would be there already")
                .isEqualTo(10 - 48 - 48);
    }

    @Test
    void fundsCountAsOneCoinAndNeverAsBoth() {
        assertThat(assess(new Account(0, 0).order(100, 100))).isEqualTo(-80);
    }

    @Test
    void anAmountIsAskedForEachOrderWhateverItsSize() {
        final Charge each = new OpenOrdersCharge("orders", 7);

        assertThat(assess(new Account(100, 0), each)).isZero();
        assertThat(assess(new Account(100, 0).order(1, 2).order(0, 0).order(500, 3), each))
                .isEqualTo(21);
    }

    private static long assess(final Account account) {
        return assess(account, WITH_ORDERS);
    }

    private static long assess(final Account account, final Charge charge) {
        final long inLongs = assess(account, charge, new LongAccumulator(0));
        assertThat(assess(account, charge, new WideAccumulator(0))).isEqualTo(inLongs);
        return inLongs;
    }

    private static long assess(final Account account, final Charge charge, final Accumulator tree) {
        final RiskFrame frame = new RiskFrame();
        for (int i = 0; i < 2; i++) {
            frame.add(new RiskFrame.Underlying("coin", 0, 0, 0, 0, Rate.ONE));
            frame.add(new RiskFrame.Expiry(i, false, 0, 0, Rate.ONE));
        }
        final MarginModel model = new MarginModel(
                "test", 1, false, List.of(), List.of(), List.of(), charge, Rate.ONE, Rate.ONE, List.of(), List.of(),
                List.of(), List.of());
        final PortfolioSums sums = new PortfolioSums(tree, frame, false);
        sums.addAll(account);
        final ChargeRun run = new ChargeRun(model, frame, tree);
        run.assess(sums, account);
        return tree.ceil(run.maintenance());
    }
}
