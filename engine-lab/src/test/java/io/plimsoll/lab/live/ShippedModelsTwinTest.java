package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.margin.model.Charge;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.HaircutCharge;
import io.plimsoll.core.margin.model.LargestOf;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.margin.model.MultipleOf;
import io.plimsoll.core.margin.model.PortfolioRun;
import io.plimsoll.core.margin.model.ScenarioCharge;
import io.plimsoll.core.margin.model.SumOf;
import io.plimsoll.core.margin.model.TwinCheck;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.Scenarios;
import io.plimsoll.lab.whatif.Preset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models that ship, on the scenario sets that ship and rows that the engine makes, against their slow twin. */
class ShippedModelsTwinTest {
    private static final long SEED = 20261122L;
    private static final int MOVES = 8;

    /** A portfolio grows so many times before another begins. */
    private static final int TRADES = 12;

    /** Of so many portfolios one is measured at other levels as well. */
    private static final int MEASURED = 8;

    private final Random random = new Random(SEED);

    /** Fewer where a row has a thousand joint scenarios; 100,000 in all. */
    @ParameterizedTest
    @CsvSource({"plimsoll, 10000", "pmrm2, 50000", "deribit, 40000"})
    void everyChargeOfAShippedModelIsThatOfItsTwinOnRandomPortfolios(final String name, final int portfolios) {
        final TwinVenue venue = new TwinVenue(Preset.shipped(name));
        final MarginModel model = venue.model();
        final LongAccumulator tree = new LongAccumulator(venue.regime().set().count());
        final ChargeRun fast = new ChargeRun(model, venue.regime().frame(), tree);
        final List<ScenarioBlock> blocks = parts(model.risk())
                .filter(ScenarioCharge.class::isInstance)
                .map(charge -> ((ScenarioCharge) charge).block())
                .distinct()
                .toList();
        final Set<String> silent = new TreeSet<>(names(model));
        int run = 0;
        for (int move = 0; move < MOVES; move++) {
            venue.move(random.nextInt(41) - 20);
            final List<RiskInstrument> rows = venue.rows();
            while (run < portfolios / MOVES * (move + 1)) {
                final PortfolioSums sums =
                        new PortfolioSums(tree, venue.regime().frame(), model.byExpiry());
                final TwinPortfolio portfolio = new TwinPortfolio(rows, sums);
                for (int trade = 0; trade < TRADES; trade++) {
                    trade(portfolio, rows);
                    fast.assess(sums, portfolio);
                    final String what = name + ", seed " + SEED + ", portfolio " + run;
                    TwinCheck.agree(what, model, fast, portfolio, run++ % MEASURED == 0 ? blocks : List.of());
                    silent.removeIf(charge -> isAsked(tree, charge));
                }
                fast.release();
                sums.clear();
            }
        }
        assertThat(run).isGreaterThanOrEqualTo(portfolios);
        assertThat(silent).as("charges that never asked for anything").isEmpty();
    }

    /** Of all charges; the engine takes haircuts off equity, so that they ask for nothing. */
    private static List<String> names(final MarginModel model) {
        return Stream.of(List.of(model.risk()), model.addOns(), model.initialAddOns())
                .flatMap(List::stream)
                .flatMap(ShippedModelsTwinTest::parts)
                .filter(charge -> !(charge instanceof HaircutCharge))
                .map(Charge::name)
                .toList();
    }

    private static boolean isAsked(final AmountTree tree, final String charge) {
        boolean isAsked = false;
        for (int node = 0; node < tree.count() && !isAsked; node++) {
            isAsked = tree.name(node).equals(charge) && tree.ceil(node) > 0;
        }
        return isAsked;
    }

    private void trade(final TwinPortfolio portfolio, final List<RiskInstrument> rows) {
        final int row = random.nextInt(rows.size());
        final int most = random.nextInt(4) == 0 ? 20_000 : 200;
        if (portfolio.isCoin(row)) {
            portfolio.own(row, random.nextInt(100 * most), random.nextBoolean() ? 0 : random.nextInt(100 * most));
        } else {
            final boolean isClosed = random.nextInt(8) == 0;
            portfolio.trade(row, isClosed ? -portfolio.lotsOf(row) : random.nextInt(2 * most) - most);
        }
    }

    /** A charge with all that it is made of. */
    private static Stream<Charge> parts(final Charge charge) {
        final List<Charge> within = charge instanceof LargestOf largest
                ? largest.parts()
                : charge instanceof SumOf sum
                        ? sum.parts()
                        : charge instanceof MultipleOf multiple ? List.of(multiple.part()) : List.of();
        return Stream.concat(Stream.of(charge), within.stream().flatMap(ShippedModelsTwinTest::parts));
    }

    @Test
    void theLiveEngineAgreesWithTheTwinOfTheDefaultAfterEveryCommandOfALongRun() {
        final Preset preset = Preset.shipped("plimsoll");
        final MarginModel model = ModelBuilder.build(
                preset.model(), Scenarios.of(preset.set(), preset.model()).plan());
        new PortfolioRun(
                        SEED,
                        version -> LiveDocuments.scenarioSet(preset.set().withVersion(version), preset.model()),
                        model)
                .run(1_500);
    }
}
