package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.lab.live.Hedge;
import io.plimsoll.lab.live.Relief;
import io.plimsoll.lab.live.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What closing positions does to the margins of an account, as tables: cents for people, exact for programs. */
public final class ReliefReport {
    private static final int PERCENT_DIGITS = 2;
    private static final List<String> EXACT = List.of(
            "instrument",
            "lots",
            "of_lots",
            "notional",
            "margin_equity",
            "initial_margin",
            "maintenance_margin",
            "initial_relief",
            "maintenance_relief",
            "relief_per_notional",
            "status",
            "hedge");

    private final Report report = new Report();
    private final Standing now;
    private final String part;

    /**
     * Takes note of where the account stands.
     *
     * @param engine that has it, before anything is closed.
     * @param account which.
     * @param now where it stands.
     * @param part share that is closed as a part, for people.
     */
    public ReliefReport(final EngineAt engine, final Account account, final Standing now, final String part) {
        this.part = part;
        this.now = now;
        describe(report, engine, account);
    }

    /** Says which account this is, and as of when. */
    static void describe(final Report report, final EngineAt engine, final Account account) {
        engine.describe(report);
        final MarginMode mode = account.mode();
        final MarginStatus status = account.status();
        report.field("account", account.id()).field("mode", mode).field("status", status);
    }

    /**
     * Makes the report.
     *
     * @param reliefs of parts and whole positions, the largest first.
     * @param hedges of the deltas; no table where there are none.
     * @param format in which it is shown.
     * @return figures of the account, whole positions by relief, parts by relief for one of notional; of CSV one table of all.
     */
    public Report of(final List<Relief> reliefs, final List<Hedge> hedges, final Format format) {
        if (format == Format.CSV) {
            return new Report().table(all(reliefs, hedges));
        }
        final List<Relief> whole = reliefs.stream().filter(Relief::isWhole).toList();
        final List<Relief> parts = reliefs.stream()
                .filter(relief -> !relief.isWhole())
                .sorted(Comparator.comparing(Relief::perNotional).reversed())
                .toList();
        final boolean isForPeople = format == Format.TABLE;
        describe(report, now, isForPeople);
        if (isForPeople) {
            report.table(forPeople("closing_it_whole", whole)).table(forPeople("closing_" + part + "_of_it", parts));
        } else {
            report.table(exact("whole", whole)).table(exact("parts", parts));
        }
        return hedges.isEmpty() ? report : report.table(hedges(hedges, money(isForPeople)));
    }

    private static Function<BigDecimal, String> money(final boolean isForPeople) {
        return isForPeople ? RiskTables::money : BigDecimal::toPlainString;
    }

    private static Rows hedges(final List<Hedge> hedges, final Function<BigDecimal, String> money) {
        final Rows rows = new Rows(
                "hedging_deltas",
                "underlying",
                "delta",
                "instrument",
                "lots",
                "im_after",
                "im_relief",
                "mm_after",
                "mm_relief",
                "status");
        for (final Hedge of : hedges) {
            rows.add(
                    of.underlying(),
                    money.apply(of.delta()),
                    of.instrument(),
                    of.lots(),
                    money.apply(of.after().initial()),
                    money.apply(of.initial()),
                    money.apply(of.after().maintenance()),
                    money.apply(of.maintenance()),
                    of.status());
        }
        return rows;
    }

    /** Says where the account stands. */
    static void describe(final Report report, final Standing now, final boolean isForPeople) {
        final Function<BigDecimal, String> money = money(isForPeople);
        report.field("margin_equity", money.apply(now.marginEquity()))
                .field("initial_margin", money.apply(now.initial()))
                .field("maintenance_margin", money.apply(now.maintenance()));
    }

    private static Rows forPeople(final String name, final List<Relief> reliefs) {
        final Rows rows = new Rows(
                name,
                "instrument",
                "lots",
                "notional",
                "im_after",
                "im_relief",
                "of_notional",
                "mm_after",
                "mm_relief",
                "status",
                "note");
        for (final Relief of : reliefs) {
            rows.add(
                    of.instrument(),
                    of.lots(),
                    RiskTables.money(of.notional()),
                    RiskTables.money(of.after().initial()),
                    RiskTables.money(of.initial()),
                    of.perNotional()
                                    .movePointRight(PERCENT_DIGITS)
                                    .setScale(PERCENT_DIGITS, RoundingMode.HALF_UP)
                                    .toPlainString()
                            + " %",
                    RiskTables.money(of.after().maintenance()),
                    RiskTables.money(of.maintenance()),
                    of.status(),
                    of.isHedge() ? "a hedge" : "");
        }
        return rows;
    }

    private static Rows exact(final String name, final List<Relief> reliefs) {
        final Rows rows = new Rows(name, EXACT.toArray(String[]::new));
        reliefs.forEach(of -> rows.add(cells(of).toArray()));
        return rows;
    }

    private static List<Object> cells(final Relief of) {
        return List.of(
                of.instrument(),
                of.lots(),
                of.held(),
                of.notional().toPlainString(),
                of.after().marginEquity().toPlainString(),
                of.after().initial().toPlainString(),
                of.after().maintenance().toPlainString(),
                of.initial().toPlainString(),
                of.maintenance().toPlainString(),
                of.perNotional().toPlainString(),
                of.status(),
                of.isHedge());
    }

    /** What a trade of a delta has no figure for is empty: it closes nothing. */
    private static List<Object> cells(final Hedge of) {
        return List.of(
                of.instrument(),
                of.lots(),
                "",
                "",
                of.after().marginEquity().toPlainString(),
                of.after().initial().toPlainString(),
                of.after().maintenance().toPlainString(),
                of.initial().toPlainString(),
                of.maintenance().toPlainString(),
                "",
                of.status(),
                "");
    }

    private static Rows all(final List<Relief> reliefs, final List<Hedge> hedges) {
        final Rows rows = new Rows(
                "relief", Stream.concat(Stream.of("kind"), EXACT.stream()).toArray(String[]::new));
        reliefs.forEach(of -> rows.add(Stream.concat(Stream.of(of.isWhole() ? "whole" : "part"), cells(of).stream())
                .toArray()));
        hedges.forEach(of ->
                rows.add(Stream.concat(Stream.of("delta"), cells(of).stream()).toArray()));
        return rows;
    }
}
