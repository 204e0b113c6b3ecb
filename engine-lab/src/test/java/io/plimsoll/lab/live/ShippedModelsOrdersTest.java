package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.model.LiveTwin;
import io.plimsoll.lab.whatif.Preset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What random portfolios with random orders need by the models that ship, against the slow twin. */
class ShippedModelsOrdersTest {
    private static final long SEED = 20261123L;
    private static final int MOVES = 8;
    private static final int ORDERS = 10;

    private final Random random = new Random(SEED);
    private long ids = 1_000;

    /** Fewer where a row has a thousand joint scenarios. */
    @ParameterizedTest
    @CsvSource({"plimsoll, 2000", "pmrm2, 8000", "deribit, 8000"})
    void initialMarginWithOrdersIsThatOfTheTwinOnRandomPortfolios(final String name, final int portfolios) {
        final TwinVenue venue = new TwinVenue(Preset.shipped(name));
        final LiveTwin twin = new LiveTwin(venue.engine());
        int run = 0;
        for (int move = 0; move < MOVES; move++) {
            venue.move(random.nextInt(41) - 20);
            if (move == MOVES / 2) {
                venue.terms();
            }
            while (run < portfolios / MOVES * (move + 1)) {
                trade(venue);
                order(venue);
                twin.assertAgree(1, name + ", seed " + SEED + ", portfolio " + run++);
            }
        }
        assertThat(twin.withOrders()).isGreaterThanOrEqualTo(portfolios);
    }

    private Instrument any(final TwinVenue venue) {
        final EngineState state = venue.engine().state();
        return state.instruments().at(random.nextInt(state.instruments().count()));
    }

    /** Every fourth time a position is closed that there is. */
    private void trade(final TwinVenue venue) {
        final Instrument instrument = any(venue);
        final long held = venue.trader().positions().lotsOf(instrument);
        final long lots = held != 0 && random.nextInt(4) == 0 ? -held : lots();
        if (lots != 0 && Math.abs(held + lots) < 50_000) {
            venue.trade(++ids, instrument, lots);
        }
    }

    private long lots() {
        final int most = random.nextInt(4) == 0 ? 20_000 : 200;
        return (long) random.nextInt(2 * most) - most;
    }

    /** Others take the place of those that rested. */
    private void order(final TwinVenue venue) {
        final Account account = venue.trader();
        final Orders orders = venue.engine().state().orders();
        while (orders.firstOf(account) != Orders.NONE) {
            orders.remove(orders.firstOf(account));
        }
        for (int i = random.nextInt(ORDERS); i >= 0; i--) {
            final Instrument instrument = any(venue);
            final long mark = venue.engine().state().prices().markTicks(instrument);
            final long limit = Math.max(1, mark + mark * (random.nextInt(41) - 20) / 1_000);
            final long lots = lots();
            orders.add(++ids, account, instrument, lots == 0 ? 1 : lots, limit, false);
        }
    }
}
