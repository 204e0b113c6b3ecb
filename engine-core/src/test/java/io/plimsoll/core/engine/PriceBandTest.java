package io.plimsoll.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.EngineDriver;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Orders;
import io.plimsoll.core.margin.MarginAssessment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far from the mark of 20,000 ticks an order may be, and what a market order stands for. A lot is worth 200 USDC at the mark. */
class PriceBandTest {
    private static final long NO_BAND = 1_000_000_000_000_000L;

    private final EngineDriver driver = EngineDriver.withMarket();

    @BeforeEach
    void accounts() {
        driver.account(7, 10_000_000).account(8, 10_000_000);
        ok("MarkPrice price=20000");
        driver.clear();
    }

    @Test
    void aBandOfTheInstrumentTakesThePlaceOfThatOfTheVenue() {
        assertThat(place(1, "BUY", 20_000)).startsWith("OK");
        band("TAKING_BAND_PPM", 50_000);

        assertThat(place(2, "BUY", 21_001)).isEqualTo("PRICE_OUTSIDE_BAND (21000)");
        assertThat(place(2, "BUY", 21_000)).startsWith("OK");
        assertThat(place(3, "SELL", 18_999)).isEqualTo("PRICE_OUTSIDE_BAND (19000)");
        assertThat(place(3, "SELL", 19_000)).startsWith("OK");
    }

    @Test
    void theSideThatRestsHasABandOfItsOwn() {
        band("TAKING_BAND_PPM", 50_000);
        // Half of the mark, as the venue has it.
        assertThat(place(1, "BUY", 10_000)).startsWith("OK");
        assertThat(place(2, "BUY", 9_999)).isEqualTo("PRICE_OUTSIDE_BAND (10000)");

        band("RESTING_BAND_PPM", 900_000);
        assertThat(place(2, "BUY", 2_000)).startsWith("OK");
        assertThat(place(3, "SELL", 38_000)).startsWith("OK");
        assertThat(place(4, "SELL", 38_001)).isEqualTo("PRICE_OUTSIDE_BAND (38000)");

        // Larger than any price: none.
        band("RESTING_BAND_PPM", NO_BAND);
        assertThat(place(4, "SELL", 10_000_000)).startsWith("OK");
        assertThat(place(5, "BUY", 1)).startsWith("OK");
    }

    @Test
    void withoutAnyAnInstrumentHasTheBandOfTheVenueAgain() {
        band("TAKING_BAND_PPM", 50_000);
        assertThat(place(1, "BUY", 30_000)).startsWith("PRICE_OUTSIDE_BAND");
        band("TAKING_BAND_PPM", 1L << 60);
        assertThat(place(1, "BUY", 30_000)).startsWith("OK");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 50000, 21000", "SELL, 50000, 19000", "BUY, 12345, 20246", "SELL, 12345, 19754"})
    void aMarketOrderRestsAtTheEndOfItsBand(final String side, final long ppm, final long limit) {
        band("TAKING_BAND_PPM", ppm);
        assertThat(driver.send("OrderPlace account=7 order=1 lots=5 limit=MARKET side=" + side))
                .startsWith("OK");

        final Orders orders = driver.engine().state().orders();
        assertThat(orders.limit(orders.slotOf(1))).isEqualTo(limit);
        assertThat(driver.events()).last().asString().endsWith("at " + limit);
    }

    @Test
    void aMarketOrderStaysWithinThePricesOfTheInstrument() {
        band("TAKING_BAND_PPM", NO_BAND);
        assertThat(driver.send("OrderPlace account=7 order=1 lots=1 limit=MARKET side=SELL"))
                .startsWith("OK");
        final Orders orders = driver.engine().state().orders();
        assertThat(orders.limit(orders.slotOf(1))).isEqualTo(1);
    }

    @Test
    void aMarketOrderAsksForAsMuchAsALimitOrderAtTheEndOfItsBand() {
        band("TAKING_BAND_PPM", 50_000);
        ok("OrderPlace account=7 order=1 lots=100 limit=MARKET");
        ok("OrderPlace account=8 order=2 lots=100 limit=21000");
        assertThat(free(7)).isEqualTo(free(8));
    }

    @Test
    void aBasketMayHaveMarketOrders() {
        band("TAKING_BAND_PPM", 50_000);
        ok("BasketPlace account=7 orders=1:BUY:5@MARKET:1,2:SELL:5@21000:1");
        final Orders orders = driver.engine().state().orders();
        assertThat(orders.limit(orders.slotOf(1))).isEqualTo(21_000);
    }

    @Test
    void aMarketOrderNeedsAMark() {
        driver.send("DefineInstrument instrument=2 symbol=NEW underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1");
        assertThat(driver.send("OrderPlace account=7 instrument=2 order=1 lots=5 limit=MARKET"))
                .isEqualTo("NO_MARK_PRICE");
    }

    private String place(final long order, final String side, final long limit) {
        return driver.send("OrderPlace account=7 order=" + order + " lots=1 side=" + side + " limit=" + limit);
    }

    private void band(final String parameter, final long ppm) {
        ok("ParameterChange parameter=" + parameter + " scope=1 value=" + ppm);
    }

    private void ok(final String command) {
        assertThat(driver.send(command)).as(command).startsWith("OK");
    }

    private long free(final long id) {
        final MarginAssessment assessment = new MarginAssessment();
        final Account account = driver.engine().state().accounts().account(id);
        driver.engine().assess(account, assessment);
        return assessment.marginEquity() - driver.engine().positionAndOrderMargin(account);
    }
}
