package io.plimsoll.lab.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Instrument;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of an account in portfolio mode, where a lot of a short costs 60 and one of a long 50. */
class BySideOrdersTest {
    private static final long MARK = 1_000;
    private static final long DOLLAR = 1_000_000;
    private static final long LONG = 50 * DOLLAR;
    private static final long SHORT = 60 * DOLLAR;

    private final CaseVenue venue = new CaseVenue().tiers(1);
    private final Asset coin = venue.asset("COIN", MARK * Asset.INDEX_PRICE_ONE);
    private final Asset cash = venue.asset("USD", Asset.INDEX_PRICE_ONE);
    private final Instrument instrument =
            venue.instrument(coin, cash, DOLLAR, MARK, 10_000, ContractTerms.LINEAR_PERPETUAL);
    private final Account account = venue.account(1, MarginMode.PORTFOLIO);
    private final Account other = venue.account(2, MarginMode.PORTFOLIO);

    BySideOrdersTest() {
        venue.model("by-side", Map.of(), coin);
        venue.deposit(account, cash, 1_000_000 * DOLLAR);
        venue.deposit(other, cash, 1_000_000 * DOLLAR);
    }

    private long place(final long signedLots) {
        assertThat(venue.place(account, instrument, signedLots, MARK)).isEqualTo(RejectReason.NONE);
        return venue.lastOrder();
    }

    private static long margin(final long lots) {
        return lots > 0 ? lots * LONG : -lots * SHORT;
    }

    @Test
    void fewerSellsThanBuysCountWhereTheyAreDearer() {
        place(50);
        assertThat(venue.orderMargin(account)).isEqualTo(50 * LONG);

        place(-45);
        assertThat(venue.orderMargin(account)).as("45 x 60, not 50 x 50").isEqualTo(45 * SHORT);
    }

    @Test
    void anOrderOnTheDearerSideIsRefusedThoughTheOtherSideHoldsMore() {
        final Account poor = venue.account(3, MarginMode.PORTFOLIO);
        venue.deposit(poor, cash, 50 * LONG);

        assertThat(venue.place(poor, instrument, 50, MARK)).isEqualTo(RejectReason.NONE);
        assertThat(venue.place(poor, instrument, -42, MARK))
                .as("42 x 60 is more than 50 x 50")
                .isEqualTo(RejectReason.INSUFFICIENT_MARGIN);
        assertThat(venue.place(poor, instrument, -41, MARK)).isEqualTo(RejectReason.NONE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261121})
    void theRequirementIsThatOfTheDearerSideWhateverIsHeld(final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 100; round++) {
            final long buys = 1L + random.nextInt(60);
            final long sells = 1L + random.nextInt(60);
            final long first = place(buys);
            final long second = place(-sells);
            final long position = account.positions().lotsOf(instrument);

            assertThat(venue.orderMargin(account))
                    .as("seed %d, round %d: %d held, %d buys, %d sells", seed, round, position, buys, sells)
                    .isEqualTo(Math.max(margin(position + buys), margin(position - sells)));

            venue.cancel(account, first);
            venue.cancel(account, second);
            final boolean isBought = random.nextBoolean();
            final CaseVenue.Side own = new CaseVenue.Side(account, 0, 0);
            final CaseVenue.Side others = new CaseVenue.Side(other, 0, 0);
            venue.trade(instrument, 1 + random.nextInt(30), MARK, isBought ? own : others, isBought ? others : own);
        }
    }
}
