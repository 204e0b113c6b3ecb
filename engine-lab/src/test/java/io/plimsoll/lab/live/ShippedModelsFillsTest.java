package io.plimsoll.lab.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.lab.whatif.Preset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Orders under the models that ship, on a venue with every kind of contract: however much of whichever of them fills, free margin does
 * not fall below what it is with the orders open.
 */
class ShippedModelsFillsTest {
    private static final long SEED = 20261122L;
    private static final int ORDERS = 4;
    private static final int MOVES = 8;

    /** Every leaf, multiple, fee and premium rounds by less than a millionth. */
    private static final long ROUNDING = 200;

    private final Random random = new Random(SEED);
    private final MarginAssessment assessment = new MarginAssessment();
    private long ids = 1_000;

    /** Fewer where a row has a thousand joint scenarios. */
    @ParameterizedTest
    @CsvSource({
        "plimsoll, 4000, 3000",
        "pmrm2, 16000, 3000",
        "deribit, 16000, 3000",
        "plimsoll, 4000, 30",
        "pmrm2, 16000, 30",
        "deribit, 16000, 30"
    })
    void whateverFillsTheFreeMarginIsAtLeastWhatItWasWithTheOrders(
            final String name, final int portfolios, final int coins) {
        final TwinVenue venue = new TwinVenue(Preset.shipped(name));
        venue.fund(coins, 50);
        venue.terms();
        for (int run = 0; run < portfolios; run++) {
            if (run % (portfolios / MOVES) == 0) {
                venue.move(random.nextInt(41) - 20);
            }
            hold(venue);
            final List<Order> orders = place(venue);
            final long left = free(venue);
            final List<Order> fills = fill(venue, orders);
            assertThat(free(venue))
                    .as("%s, seed %d, portfolio %d, orders %s, fills %s", name, SEED, run, orders, fills)
                    .isGreaterThanOrEqualTo(left - ROUNDING);
        }
    }

    private long free(final TwinVenue venue) {
        venue.engine().assess(venue.trader(), assessment);
        return assessment.marginEquity()
                - assessment.collateralInitialMargin()
                - venue.engine().positionAndOrderMargin(venue.trader());
    }

    /** Every fourth time a position is closed that there is. */
    private void hold(final TwinVenue venue) {
        final Instrument instrument = any(venue);
        final long held = venue.trader().positions().lotsOf(instrument);
        final long lots = held != 0 && random.nextInt(4) == 0 ? -held : lots();
        if (lots != 0 && Math.abs(held + lots) < 2_000) {
            venue.trade(++ids, instrument, lots);
        }
    }

    private List<Order> place(final TwinVenue venue) {
        final Account account = venue.trader();
        final Orders open = venue.engine().state().orders();
        final List<Order> orders = new ArrayList<>();
        for (int i = random.nextInt(ORDERS); i >= 0; i--) {
            final Instrument instrument = any(venue);
            final long mark = venue.engine().state().prices().markTicks(instrument);
            final long limit = Math.max(1, mark + mark * (random.nextInt(41) - 20) / 1_000);
            final long lots = lots();
            if (lots != 0) {
                open.add(++ids, account, instrument, lots, limit, false);
                orders.add(new Order(instrument, lots, limit));
            }
        }
        return orders;
    }

    /** A part of every second order; the orders are gone then. */
    private List<Order> fill(final TwinVenue venue, final List<Order> orders) {
        final Account account = venue.trader();
        final Orders open = venue.engine().state().orders();
        while (open.firstOf(account) != Orders.NONE) {
            open.remove(open.firstOf(account));
        }
        final List<Order> fills = new ArrayList<>();
        for (final Order order : orders) {
            if (random.nextBoolean()) {
                final long lots = random.nextBoolean() ? order.lots() : order.lots() / (1 + random.nextInt(4));
                if (lots != 0) {
                    venue.trade(++ids, order.instrument(), lots, order.limit());
                    fills.add(new Order(order.instrument(), lots, order.limit()));
                }
            }
        }
        return fills;
    }

    private Instrument any(final TwinVenue venue) {
        final int count = venue.engine().state().instruments().count();
        return venue.engine().state().instruments().at(random.nextInt(count));
    }

    private long lots() {
        final int most = random.nextInt(4) == 0 ? 2_000 : 100;
        return (long) random.nextInt(2 * most) - most;
    }

    private record Order(Instrument instrument, long lots, long limit) {
        @Override
        public String toString() {
            return lots + " of " + instrument.id() + " at " + limit;
        }
    }
}
