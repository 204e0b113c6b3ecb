package io.plimsoll.bench.suite;

import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.CoinTiers;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.LongAccumulator;
import io.plimsoll.core.risk.PortfolioSums;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRow;
import io.plimsoll.lab.margin.ModelBuilder;
import io.plimsoll.lab.margin.ScenarioPlan;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** An account in portfolio mode under the default model: positions in three underlyings, and trades in them. */
final class RiskBook implements Holdings {
    private static final long SEED = 20261121;
    private static final int UNDERLYINGS = 3;
    private static final int INSTRUMENTS = 200;
    private static final int ROW_BOUND = 1 << 20;
    private static final int STRESS = 10;
    private static final RiskKind[] KINDS = RiskKind.values();

    private final Random random = new Random(SEED);
    private final RiskFrame frame = new RiskFrame();
    private final RiskInstrument[] instruments = new RiskInstrument[INSTRUMENTS];
    private final long[] lots = new long[INSTRUMENTS];
    private final int positions;
    private final int numbers;
    private final LongAccumulator accumulator;
    private final PortfolioSums sums;
    private final ChargeRun run;
    private int next;

    /** An account with so many positions; scenarios beyond the grid are joint ones and stress. */
    RiskBook(final int positions, final int grid, final int joint) {
        this.positions = positions;
        final ScenarioPlan plan = ScenarioPlan.of(grid - 2, 2, joint, STRESS, 0);
        final int scenarios = plan.count();
        numbers = Column.COUNT + scenarios;
        for (int u = 0; u < UNDERLYINGS; u++) {
            final long[] damping = new long[scenarios];
            Arrays.fill(damping, Rate.ONE);
            frame.add(new RiskFrame.Underlying("u" + u, 0, 0, u, 0, Rate.ONE), damping);
            frame.add(new RiskFrame.Expiry(u, false, 0, 0, Rate.ONE));
        }
        for (int i = 0; i < INSTRUMENTS; i++) {
            instruments[i] = instrument(i, scenarios);
        }
        final ModelText text = ModelFile.shipped("plimsoll", Map.of());
        final MarginModel model = ModelBuilder.build(text, plan);
        accumulator = new LongAccumulator(scenarios);
        sums = new PortfolioSums(accumulator, frame, model.byExpiry());
        run = new ChargeRun(model, frame, accumulator);
        for (int i = 0; i < positions; i++) {
            lots[i] = random.nextInt(1_000) - 500L;
            sums.add(instruments[i], lots[i]);
        }
    }

    private RiskInstrument instrument(final int id, final int scenarios) {
        final RiskRow row = new RiskRow(scenarios, 0);
        Arrays.setAll(row.values(), at -> random.nextInt(2 * ROW_BOUND) - ROW_BOUND);
        row.values()[Column.NOTIONAL] = ROW_BOUND;
        row.pack();
        final int underlying = id % UNDERLYINGS;
        return new RiskInstrument(
                id,
                KINDS[1 + id % (KINDS.length - 1)],
                underlying,
                underlying,
                1 + id,
                underlying,
                0,
                Rate.ONE,
                row,
                CoinTiers.NONE);
    }

    /** Numbers of a row: columns and scenarios. */
    int numbers() {
        return numbers;
    }

    /** Books a trade and assesses the account anew. */
    long trade() {
        next = next + 1 == positions ? 0 : next + 1;
        final long change = (next & 1) == 0 ? 3 : -3;
        lots[next] += change;
        sums.add(instruments[next], change);
        run.assess(sums, this);
        return accumulator.ceil(run.initial());
    }

    @Override
    public int count() {
        return positions;
    }

    @Override
    public RiskInstrument instrument(final int index) {
        return instruments[index];
    }

    @Override
    public long lots(final int index) {
        return lots[index];
    }
}
