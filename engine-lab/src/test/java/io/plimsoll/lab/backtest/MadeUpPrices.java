package io.plimsoll.lab.backtest;

import io.plimsoll.lab.scenario.PriceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.BiFunction;

/** A data folder with ten coins that wander about, from 2018-01-01 on. */
final class MadeUpPrices {
    static final LocalDate FIRST = LocalDate.parse("2018-01-01");
    static final int DAYS = 540;

    private static final List<String> COINS =
            List.of("BTC", "ETH", "ADA", "BNB", "DOGE", "LINK", "LTC", "SOL", "TRX", "XYZ");
    private static final double DAILY = 0.03;

    private MadeUpPrices() {}

    /** Each close is what the function makes of its day and the price that was drawn. */
    static PriceFiles in(final Path folder, final BiFunction<LocalDate, Double, Double> change) throws IOException {
        Files.createDirectories(folder.resolve("crypto-daily"));
        final Random random = new Random(7);
        final StringBuilder[] files = new StringBuilder[COINS.size()];
        final double[] prices = new double[COINS.size()];
        for (int i = 0; i < files.length; i++) {
            files[i] = new StringBuilder("date,close\n");
            prices[i] = 100;
        }
        for (int day = 0; day < DAYS; day++) {
            final LocalDate date = FIRST.plusDays(day);
            final double market = random.nextGaussian();
            for (int i = 0; i < files.length; i++) {
                prices[i] *= StrictMath.exp(DAILY * (0.8 * market + 0.6 * random.nextGaussian()));
                files[i].append(String.format(Locale.ROOT, "%s,%.6f%n", date, change.apply(date, prices[i])));
            }
        }
        for (int i = 0; i < files.length; i++) {
            Files.writeString(folder.resolve("crypto-daily").resolve(COINS.get(i) + "USDT-made-up-1d.csv"), files[i]);
        }
        return new PriceFiles(folder);
    }
}
