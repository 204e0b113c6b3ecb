package io.plimsoll.lab.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A small data folder that a test writes itself. Lines of fills: {@code time account coin side px sz crossed}. */
public final class TapeFolder {
    private final Path folder;
    private final StringBuilder fills = new StringBuilder("time_utc,account,coin,side,px,sz,crossed\n");
    private final StringBuilder ledger = new StringBuilder("time_utc,account,delta_usd\n");
    private final StringBuilder liquidations =
            new StringBuilder("time_utc,account,liquidated_ntl_pos,liquidated_account_value,leverage_type\n");

    /** A folder without files. */
    public TapeFolder(final Path folder) {
        this.folder = folder;
    }

    /** Adds fills, words separated by blanks; a time of the form 10:00:00 is of 2023-03-01. */
    public TapeFolder fills(final String... lines) {
        add(fills, lines);
        return this;
    }

    /** Adds deposits and withdrawals. */
    public TapeFolder ledger(final String... lines) {
        add(ledger, lines);
        return this;
    }

    /** Adds liquidations. */
    public TapeFolder liquidations(final String... lines) {
        add(liquidations, lines);
        return this;
    }

    private static void add(final StringBuilder file, final String... lines) {
        for (final String line : lines) {
            file.append(line.replaceFirst("^(\\d\\d:\\d\\d:\\d\\d) ", "2023-03-01T$1Z ")
                            .replace(' ', ','))
                    .append('\n');
        }
    }

    /** Adds hourly closes of a coin: {@code 10:00:00 20000}, the time being the start of the hour. */
    public TapeFolder hours(final String coin, final String... lines) {
        final StringBuilder file = new StringBuilder("time_utc,close\n");
        add(file, lines);
        return raw("crypto-intraday/" + coin + "USDT-somewhere-1h-2020_2024.csv.gz", file.toString());
    }

    /** Writes any file; inside gzip when its name says so. */
    public TapeFolder raw(final String name, final String content) {
        final Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream bytes = Files.newOutputStream(file);
                    OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Writes the three files. */
    public TapeFolder write() {
        return raw("portfolios/hyperliquid-2023-trades.csv.gz", fills.toString())
                .raw("portfolios/hyperliquid-2023-ledger.csv.gz", ledger.toString())
                .raw("portfolios/hyperliquid-2023-liquidations.csv.gz", liquidations.toString());
    }

    /** Reads what was written as a tape. */
    public Tape reload() {
        return HyperliquidTape.load(folder);
    }

    /** Writes the three files and reads them as a tape. */
    public Tape load() {
        write();
        return HyperliquidTape.load(folder);
    }
}
