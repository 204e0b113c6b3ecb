package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Format;
import io.plimsoll.cli.output.Report;
import io.plimsoll.cli.output.Rows;
import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.account.Account;
import io.plimsoll.lab.live.Crossing;
import io.plimsoll.lab.live.LiquidationSurface;
import io.plimsoll.lab.live.Standing;
import io.plimsoll.lab.live.SurfacePoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prices at which an account is liquidated, and what is left over moves of price and volatilities: cents for people, exact for programs. */
public final class LiquidationReport {
    private static final int PERCENT_DIGITS = 2;

    private final Report report = new Report();

    /**
     * Takes note of the account.
     *
     * @param engine that has it, before any price moves.
     * @param account which.
     */
    public LiquidationReport(final EngineAt engine, final Account account) {
        ReliefReport.describe(report, engine, account);
    }

    /**
     * Makes the report.
     *
     * @param now where the account stands.
     * @param surfaces one for each underlying.
     * @param format in which it is shown.
     * @return figures, prices, and a table for each underlying; of JSON one for all, of CSV nothing else.
     */
    public Report of(final Standing now, final List<LiquidationSurface> surfaces, final Format format) {
        if (format == Format.CSV) {
            return new Report().table(points(surfaces));
        }
        final boolean isForPeople = format == Format.TABLE;
        ReliefReport.describe(report, now, isForPeople);
        report.field(
                "left", isForPeople ? RiskTables.money(now.left()) : now.left().toPlainString());
        if (!isForPeople) {
            return report.table(exactPrices(surfaces)).table(points(surfaces));
        }
        report.table(prices(surfaces, now));
        surfaces.forEach(surface -> report.table(grid(surface)));
        return report;
    }

    private static Rows prices(final List<LiquidationSurface> surfaces, final Standing now) {
        final boolean isBelow = now.left().signum() < 0;
        final Rows rows = new Rows(
                isBelow ? "covered_again_at_prices" : "liquidation_prices",
                "underlying",
                "price",
                "below",
                "move_down",
                "above",
                "move_up",
                "note");
        for (final LiquidationSurface of : surfaces) {
            rows.add(
                    of.underlying(),
                    of.price().toPlainString(),
                    price(of.below()),
                    move(of.below()),
                    price(of.above()),
                    move(of.above()),
                    note(of, now));
        }
        return rows;
    }

    private static String price(final Crossing of) {
        return of.first()
                .map(point -> point.price().toPlainString())
                .orElseGet(() -> "none to " + percent(of.reached().move(), 0));
    }

    private static String move(final Crossing of) {
        return of.first().map(point -> percent(point.move(), PERCENT_DIGITS)).orElse(Texts.NONE);
    }

    /** Rows follow prices in steps, so that the first point beside the price now may have more or less than the step to it is worth. */
    private static String note(final LiquidationSurface of, final Standing now) {
        final String left = RiskTables.money(of.revalued().left());
        return left.equals(RiskTables.money(now.left())) ? "" : "with rows made now " + left + " would be left";
    }

    private static Rows grid(final LiquidationSurface of) {
        final int width = (int)
                of.points().stream().map(SurfacePoint::volatility).distinct().count();
        final List<String> columns = new ArrayList<>(List.of("move", "price"));
        for (final SurfacePoint point : of.points().subList(0, width)) {
            if (point.volatility().signum() == 0) {
                columns.addAll(List.of("margin_equity", "maintenance_margin", "left"));
            } else {
                columns.add("left_at_vol_" + percent(point.volatility(), 0));
            }
        }
        final Rows rows = new Rows(of.underlying(), columns.toArray(String[]::new));
        for (int row = 0; row < of.points().size(); row += width) {
            rows.add(cells(of.points().subList(row, row + width)).toArray());
        }
        return rows;
    }

    private static List<String> cells(final List<SurfacePoint> row) {
        final List<String> cells = new ArrayList<>();
        cells.add(percent(row.get(0).move(), 0));
        cells.add(row.get(0).price().toPlainString());
        for (final SurfacePoint point : row) {
            if (point.volatility().signum() == 0) {
                cells.add(money(point.standing().map(Standing::marginEquity)));
                cells.add(money(point.standing().map(Standing::maintenance)));
            }
            cells.add(money(point.left()));
        }
        return cells;
    }

    private static String money(final Optional<BigDecimal> amount) {
        return amount.map(RiskTables::money).orElse(Texts.NONE);
    }

    private static String percent(final BigDecimal share, final int digits) {
        final BigDecimal percent = share.movePointRight(2);
        final BigDecimal shown = digits > 0
                ? percent.setScale(digits, RoundingMode.HALF_UP)
                : percent.setScale(PERCENT_DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
        return shown.toPlainString() + " %";
    }

    private static Rows exactPrices(final List<LiquidationSurface> surfaces) {
        final Rows rows = new Rows(
                "prices",
                "underlying",
                "price",
                "step",
                "direction",
                "crossed",
                "at_price",
                "move",
                "left",
                "is_below");
        for (final LiquidationSurface of : surfaces) {
            add(rows, of, "down", of.below());
            add(rows, of, "up", of.above());
        }
        return rows;
    }

    private static void add(
            final Rows rows, final LiquidationSurface of, final String direction, final Crossing crossing) {
        final SurfacePoint at = crossing.first().orElse(crossing.reached());
        rows.add(
                of.underlying(),
                of.price().toPlainString(),
                of.step().toPlainString(),
                direction,
                crossing.first().isPresent(),
                at.price().toPlainString(),
                at.move().toPlainString(),
                plain(at.left()),
                of.isBelow());
    }

    private static Rows points(final List<LiquidationSurface> surfaces) {
        final Rows rows = new Rows(
                "surface",
                "underlying",
                "price_move",
                "price",
                "volatility_move",
                "margin_equity",
                "initial_margin",
                "maintenance_margin",
                "left");
        for (final LiquidationSurface of : surfaces) {
            for (final SurfacePoint point : of.points()) {
                rows.add(
                        of.underlying(),
                        point.move().toPlainString(),
                        point.price().toPlainString(),
                        point.volatility().toPlainString(),
                        plain(point.standing().map(Standing::marginEquity)),
                        plain(point.standing().map(Standing::initial)),
                        plain(point.standing().map(Standing::maintenance)),
                        plain(point.left()));
            }
        }
        return rows;
    }

    private static String plain(final Optional<BigDecimal> amount) {
        return amount.map(BigDecimal::toPlainString).orElse("");
    }
}
