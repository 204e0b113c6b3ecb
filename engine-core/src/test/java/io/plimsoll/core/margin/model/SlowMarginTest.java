package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.NodeKind;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlowMarginTest {
    private static final long SEED = 20261124L;
    private static final int PORTFOLIOS = 100_000;
    private static final int SCENARIOS = 24;

    /** Units that rounding up adds at most: the amounts of four underlyings, of two groups and of all, and their blends. */
    private static final long ROUNDINGS = 12;

    private static final RiskKind[] KINDS = RiskKind.values();

    private final Random random = new Random(SEED);
    private final RiskFrame frame = frame();
    private final RiskInstrument[] instruments = instruments();
    private final LongAccumulator tree = new LongAccumulator(SCENARIOS);

    /** Positions in some of the instruments, in the order of their ids. */
    private final class Portfolio implements Holdings {
        private final long[] lots = new long[instruments.length];
        private final int[] held = new int[instruments.length];
        private int count;

        void trade(final int instrument, final long change) {
            lots[instrument] += change;
            count = 0;
            for (int i = 0; i < lots.length; i++) {
                if (lots[i] != 0) {
                    held[count++] = i;
                }
            }
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public RiskInstrument instrument(final int index) {
            return instruments[held[index]];
        }

        @Override
        public long lots(final int index) {
            return lots[held[index]];
        }
    }

    @Test
    void theSlowTwinAgreesToTheLastUnitOnAHundredThousandRandomPortfolios() {
        final List<MarginModel> models = TwinModels.all();
        for (int run = 0; run < PORTFOLIOS; run++) {
            final MarginModel model = models.get(run % models.size());
            final Portfolio portfolio = new Portfolio();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                portfolio.trade(random.nextInt(instruments.length), random.nextInt(2_001) - 1_000);
            }
            portfolio.trade(run % instruments.length, 1_001_000);
            final PortfolioSums sums = new PortfolioSums(tree, frame, model.byExpiry());
            sums.addAll(portfolio);
            final ChargeRun fast = new ChargeRun(model, frame, tree);
            fast.assess(sums, portfolio);
            assertAgree(run, model, fast, portfolio);
            fast.release();
            sums.clear();
        }
    }

    @Test
    void theIncrementalSumsAgreeWithTheTwinAfterEveryTradeOfALongRun() {
        for (final MarginModel model : TwinModels.all()) {
            final Portfolio portfolio = new Portfolio();
            final PortfolioSums sums = new PortfolioSums(tree, frame, model.byExpiry());
            final ChargeRun fast = new ChargeRun(model, frame, tree);
            for (int step = 0; step < 2_000; step++) {
                final int instrument = random.nextInt(instruments.length);
                final long change = random.nextInt(4) == 0 ? -portfolio.lots[instrument] : random.nextInt(201) - 100;
                portfolio.trade(instrument, change);
                sums.add(instruments[instrument], change);
                if (portfolio.count() > 0) {
                    fast.assess(sums, portfolio);
                    assertAgree(step, model, fast, portfolio);
                }
            }
            fast.release();
            sums.clear();
        }
    }

    @Test
    void everyNodeFollowsFromItsChildren() {
        final MarginModel model = TwinModels.all().get(0);
        final Portfolio portfolio = new Portfolio();
        for (int i = 0; i < instruments.length; i++) {
            portfolio.trade(i, random.nextInt(2_001) - 1_000);
        }
        final PortfolioSums sums = new PortfolioSums(tree, frame, model.byExpiry());
        sums.addAll(portfolio);
        new ChargeRun(model, frame, tree).assess(sums, portfolio);
        for (int node = 0; node < tree.count(); node++) {
            if (tree.kind(node) != NodeKind.LEAF) {
                assertThat(tree.ceil(node)).as(tree.name(node)).isEqualTo(fromChildren(node));
            }
        }
    }

    @Test
    void gridJointAndStressAreHomogeneousAndSubadditive() {
        final List<Charge> parts = ((LargestOf) TwinModels.all().get(0).risk()).parts();
        assertThat(parts).hasSize(3);
        for (int i = 0; i < parts.size(); i++) {
            final MarginModel model = TwinModels.model("part", false, parts.get(i), new SumOf("none", List.of()));
            for (int run = 0; run < 3_000; run++) {
                final String what = "seed " + SEED + ", part " + i + ", run " + run;
                final Portfolio one = randomPortfolio();
                final Portfolio other = randomPortfolio();
                final long times = 2L + random.nextInt(8);
                final long riskOfOne = risk(model, one);
                final long together = risk(model, sum(one, other));
                final long larger = risk(model, times(one, times));

                assertThat(together).as(what).isLessThanOrEqualTo(riskOfOne + risk(model, other) + ROUNDINGS);
                assertThat(larger).as(what).isBetween(times * (riskOfOne - ROUNDINGS), times * (riskOfOne + ROUNDINGS));
            }
        }
    }

    private Portfolio randomPortfolio() {
        final Portfolio portfolio = new Portfolio();
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            portfolio.trade(random.nextInt(instruments.length), random.nextInt(2_001) - 1_000);
        }
        return portfolio;
    }

    private Portfolio sum(final Portfolio one, final Portfolio other) {
        final Portfolio both = times(one, 1);
        for (int i = 0; i < instruments.length; i++) {
            both.trade(i, other.lots[i]);
        }
        return both;
    }

    private Portfolio times(final Portfolio one, final long times) {
        final Portfolio larger = new Portfolio();
        for (int i = 0; i < instruments.length; i++) {
            larger.trade(i, times * one.lots[i]);
        }
        return larger;
    }

    private long risk(final MarginModel model, final Portfolio portfolio) {
        final PortfolioSums sums = new PortfolioSums(tree, frame, model.byExpiry());
        sums.addAll(portfolio);
        final ChargeRun run = new ChargeRun(model, frame, tree);
        run.assess(sums, portfolio);
        final long risk = tree.ceil(run.risk());
        run.release();
        sums.clear();
        return risk;
    }

    private long fromChildren(final int node) {
        long sum = 0;
        long largest = Long.MIN_VALUE;
        long smallest = Long.MAX_VALUE;
        for (int child = node + 1; child < tree.count(); child++) {
            if (tree.parent(child) == node) {
                sum += tree.ceil(child);
                largest = Math.max(largest, tree.ceil(child));
                smallest = Math.min(smallest, tree.ceil(child));
            }
        }
        return switch (tree.kind(node)) {
            case SUM -> sum;
            case MAX -> largest;
            case MIN -> smallest;
            case SCALE -> Rate.timesCeil(sum, tree.rate(node));
            case LEAF -> tree.ceil(node);
            case SAME -> tree.ceil(tree.other(node));
        };
    }

    private void assertAgree(final int run, final MarginModel model, final ChargeRun fast, final Holdings holdings) {
        TwinCheck.agree("seed " + SEED + ", run " + run + ", model " + model.name(), model, fast, holdings);
    }

    private RiskFrame frame() {
        final RiskFrame made = new RiskFrame();
        for (int u = 0; u < 4; u++) {
            final long[] damping = new long[SCENARIOS];
            Arrays.setAll(damping, s -> Rate.ONE / (1 + s % 4));
            made.add(
                    new RiskFrame.Underlying(
                            "u" + u,
                            u / 2,
                            0,
                            u % 3,
                            0,
                            Rate.ONE - u * (Rate.ONE / 5),
                            (u - 1) * (Rate.ONE / 7_000),
                            700L * (u + 1)),
                    damping);
        }
        for (int e = 0; e < 12; e++) {
            final boolean expires = e >= 4;
            final long years = expires ? Rate.ONE / 12 * (e - 3) : 0;
            final long confidence = e == 9 ? Rate.ONE / 3 : Rate.ONE;
            made.add(new RiskFrame.Expiry(e % 4, expires, years, expires ? Rate.ONE / 5 : 0, confidence));
        }
        made.stablePrice(97 * (Rate.ONE / 100));
        return made;
    }

    private RiskInstrument[] instruments() {
        final RiskInstrument[] made = new RiskInstrument[24];
        for (int i = 0; i < made.length; i++) {
            final RiskKind kind = KINDS[i % KINDS.length];
            final int underlying = random.nextInt(4);
            final boolean expires = kind.isOption() || kind == RiskKind.FUTURE;
            final RiskRow row = new RiskRow(SCENARIOS, 0);
            Arrays.setAll(row.values(), at -> random.nextInt(2_000_001) - 1_000_000);
            row.values()[Column.NOTIONAL] = random.nextInt(5_000_000);
            row.values()[Column.VALUE] = kind.isOption() ? random.nextInt(1_000_000) : 0;
            if (i % 3 != 0) {
                row.pack();
            }
            final int expiry = expires ? 4 + 4 * random.nextInt(2) + underlying : underlying;
            made[i] = new RiskInstrument(
                    i,
                    kind,
                    underlying,
                    expiry,
                    kind.isOption() ? 1 + i / 4 : 0,
                    underlying % 3,
                    i % 3,
                    i % 4 == 0 ? Rate.ONE / 2 : Rate.ONE,
                    row,
                    CoinTiers.NONE);
        }
        return made;
    }
}
