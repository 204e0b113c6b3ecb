package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.math.Black76;
import io.plimsoll.core.math.BlackGreeks;
import io.plimsoll.core.math.ImpliedVolatility;
import io.plimsoll.lab.tape.CsvFile;
import io.plimsoll.lab.tape.CsvRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The volatility of every option of a large venue, recovered from its mark, against the one that the venue prints. Both are rounded,
 * and so are time and forward: what each rounding is worth in volatility is an amount over the vega.
 */
class ChainVolatilityTest {
    /** Half the last printed digit: of the volatility in points, of the mark in coin, of the time in years. */
    private static final double HALF_POINT_DIGIT = 0.005;

    private static final double HALF_MARK_DIGIT = 0.5e-8;
    private static final double HALF_TIME_DIGIT = 0.5e-5;

    /** Rows of one expiry were read one after the other: their forwards lie up to 0.9 dollars apart. */
    private static final double FORWARD = 1;

    /** From here on a mark does not say what the volatility is. */
    private static final double DETERMINED = 0.1;

    private final BlackGreeks greeks = new BlackGreeks();
    private final List<Recovered> options = new ArrayList<>();
    private final List<String> without = new ArrayList<>();

    /** What was recovered, in points: how far from the printed one, how far it may be, and how far the price is off again. */
    private record Recovered(String name, double apart, double bound, double delta, double again) {
        boolean isDetermined() {
            return bound < DETERMINED;
        }
    }

    private void recover(final CsvRow row, final Market market) {
        final InstrumentName name = InstrumentName.parse(row.text("instrument_name"));
        final boolean call = row.text("type").equals("call");
        final double forward = Double.parseDouble(row.text("S0"));
        final double strike = name.strike().orElseThrow().doubleValue();
        final double mark = Double.parseDouble(row.text("market_price_btc")) * forward;
        final double printed = Double.parseDouble(row.text("mark_iv"));
        final double years =
                market.years(market.underlying("BTC").expiry(name.expiry().orElseThrow()));
        if (ImpliedVolatility.range(call, mark, forward, strike) != ImpliedVolatility.Range.ATTAINABLE) {
            without.add(name.toString());
            return;
        }
        final double volatility = ImpliedVolatility.volatility(call, mark, forward, strike, years);
        greeks.evaluate(call, forward, strike, printed / 100, years, 0);
        // The mark is in coin: with the forward its value in dollars moves too.
        final double byForward = Math.abs(greeks.delta() - mark / forward) * FORWARD;
        final double bound = HALF_POINT_DIGIT
                + 100 * (HALF_MARK_DIGIT * forward + byForward) / greeks.vega()
                + printed * HALF_TIME_DIGIT / (2 * years);
        final double again = Black76.price(call, forward, strike, volatility * Math.sqrt(years));
        options.add(new Recovered(
                name.toString(),
                Math.abs(100 * volatility - printed),
                bound,
                Math.abs(greeks.delta()),
                Math.abs(again - mark) / forward));
    }

    @Test
    void everyVolatilityIsRecoveredAsFarAsTheMarkDeterminesIt() {
        final Market market = ChainFile.read(Chains.path());
        CsvFile.of(Chains.path())
                .read(
                        List.of("instrument_name", "type", "strike", "S0", "market_price_btc", "mark_iv"),
                        row -> recover(row, market));
        final List<Recovered> determined =
                options.stream().filter(Recovered::isDetermined).toList();
        final List<Recovered> loose =
                options.stream().filter(each -> !each.isDetermined()).toList();
        System.out.printf(
                Locale.ROOT,
                "%d volatilities determined to %.1f points, %.3f apart at most; %d not, %.2f apart at most; none: %s%n",
                determined.size(),
                DETERMINED,
                determined.stream().mapToDouble(Recovered::apart).max().orElseThrow(),
                loose.size(),
                loose.stream().mapToDouble(Recovered::apart).max().orElseThrow(),
                without);

        assertThat(options).allSatisfy(each -> {
            assertThat(each.apart()).as("%s", each).isLessThanOrEqualTo(each.bound());
            assertThat(each.again()).as("%s", each).isLessThan(1e-15);
        });
        assertThat(determined).hasSize(584);
        // Deep in the money, or at more than four times the forward three weeks out.
        assertThat(loose)
                .hasSize(91)
                .allMatch(each -> each.delta() > 0.85 || each.name().equals("BTC-26DEC25-400000-C"));
        // Its mark, rounded, is 0.3 dollars below the intrinsic value.
        assertThat(without).containsExactly("BTC-26DEC25-400000-P");
    }
}
