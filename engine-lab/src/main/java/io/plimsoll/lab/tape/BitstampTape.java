package io.plimsoll.lab.tape;

import io.plimsoll.lab.text.Show;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tape for a clone without a data folder: 100,000 real BTC/USD trades of Bitstamp, 2013-11-25 to 2013-12-01, which the
 * library ta4j-examples carries as a resource. The prices are real; the accounts that trade at them are a seeded
 * population.
 */
public final class BitstampTape {
    private static final String RESOURCE = "bitstamp_trades_from_20131125_usd.csv";
    private static final int PRICE_DECIMALS = 2;
    private static final int LOT_DECIMALS = 4;

    /**
     * A trade of the venue.
     *
     * @param timeNs when.
     * @param ticks price in cents.
     */
    record Print(long timeNs, long ticks) {}

    private BitstampTape() {}

    /**
     * Reads the trades and lets a population trade at their prices.
     *
     * @param seed of the population; equal seeds give equal tapes.
     * @return the tape.
     * @throws TapeException when the resource is missing.
     */
    public static Tape load(final long seed) {
        final List<Print> prints = prints();
        final Coin coin = new Coin("BTC", PRICE_DECIMALS, LOT_DECIMALS, highest(prints));
        final Population population = new Population(seed, coin, prints);
        return new Tape(
                "bitstamp-2013",
                Show.count(prints.size())
                        + " real BTC/USD trades of Bitstamp 2013, from the library ta4j-examples; the "
                        + population.accounts().size() + " accounts that trade at their prices are made up, seed "
                        + seed,
                "every trade's price",
                List.of(coin),
                population.accounts(),
                population.events(),
                List.of(),
                false,
                -1);
    }

    /** The trades, in order of time. */
    static List<Print> prints() {
        final List<Print> prints = new ArrayList<>();
        final CsvFile file = new CsvFile(RESOURCE, () -> {
            final InputStream resource = BitstampTape.class.getClassLoader().getResourceAsStream(RESOURCE);
            if (resource == null) {
                throw new NoSuchFileException("the library ta4j-examples is not on the class path");
            }
            return resource;
        });
        file.read(
                List.of("timestamp", "price", "amount"),
                row -> prints.add(new Print(
                        row.epochSecondsAsNs("timestamp"), row.positive("price").unitsRounded(PRICE_DECIMALS))));
        return prints;
    }

    private static long highest(final List<Print> prints) {
        return prints.stream().mapToLong(Print::ticks).max().orElseThrow(() -> new TapeException(RESOURCE + ": empty"));
    }
}
