package io.plimsoll.lab.whatif;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.plimsoll.lab.tape.DataFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

/** The full chain of the data folder, where there is one, and random portfolios on it. */
final class Chains {
    private static final int LARGEST = 50;

    private Chains() {}

    static Path path() {
        final Optional<Path> data = DataFolder.findFrom(Path.of(""));
        assumeThat(data).as("../shared/data").isPresent();
        return data.orElseThrow().resolve("options").resolve("deribit-BTC-chain-2025-12-05.csv.gz");
    }

    /** Legs of every kind, most of them options of the market's expiries at round strikes. */
    static Portfolio random(final Market market, final int legs, final long seed) {
        final Random random = new Random(seed);
        final UnderlyingMarket underlying = market.underlyings().get(0);
        Portfolio portfolio = Portfolio.ofCash("5000000").with("BTC", "20").with("BTC-PERP", "-7.5");
        while (portfolio.positions().size() < legs) {
            final String expiry = underlying
                    .expiries()
                    .get(random.nextInt(underlying.expiries().size()))
                    .name();
            final int strike = 60_000 + 2_000 * random.nextInt(40);
            final String option = "BTC-" + expiry + "-" + strike + (random.nextBoolean() ? "-C" : "-P");
            final int quantity = random.nextInt(2 * LARGEST) - LARGEST;
            if (quantity != 0) {
                portfolio = portfolio.with(option, String.valueOf(quantity));
            }
        }
        return portfolio;
    }
}
