package io.plimsoll.lab.picture;

import java.math.BigDecimal;

/** Where the margin status of a portfolio changes, from the first to the last as it loses. */
public enum StatusLine {
    /** Equity is the initial margin: below, only orders that reduce. */
    INITIAL("E = IM", "no new risk: equity = IM", "#1a7f37", "") {
        @Override
        BigDecimal headroom(final SurfaceCell cell) {
            return cell.equity().subtract(cell.initial());
        }
    },
    /** Equity is half way between the margins: below, the owner is asked for collateral. */
    MARGIN_CALL("margin call", "margin call: half way from MM to IM", "#8250df", "7 4") {
        @Override
        BigDecimal headroom(final SurfaceCell cell) {
            return cell.equity().subtract(cell.initial().add(cell.maintenance()).divide(TWO));
        }
    },
    /** Equity is the maintenance margin: below, the account is closed out. */
    LIQUIDATION("E = MM", "liquidation: equity = MM", "#bc4c00", "") {
        @Override
        BigDecimal headroom(final SurfaceCell cell) {
            return cell.equity().subtract(cell.maintenance());
        }
    },
    /** Equity is two thirds of the maintenance margin. */
    BACKSTOP("2/3 MM", "backstop: equity = 2/3 MM", "#a40e26", "2 3") {
        @Override
        BigDecimal headroom(final SurfaceCell cell) {
            // Three times the distance: a third of an amount has no end, and only the sign and ratios count.
            return cell.equity().multiply(THREE).subtract(cell.maintenance().multiply(TWO));
        }
    },
    /** Net asset value is zero. */
    BANKRUPT("NAV = 0", "bankrupt: net asset value = 0", "#1b1f24", "") {
        @Override
        BigDecimal headroom(final SurfaceCell cell) {
            return cell.netAssetValue();
        }
    };

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    private final String label;
    private final String meaning;
    private final String colour;
    private final String dash;

    StatusLine(final String label, final String meaning, final String colour, final String dash) {
        this.label = label;
        this.meaning = meaning;
        this.colour = colour;
        this.dash = dash;
    }

    /**
     * How far a portfolio is from the line.
     *
     * @param cell margins and equity.
     * @return in proportion to the distance in the margin currency; negative beyond the line.
     */
    abstract BigDecimal headroom(SurfaceCell cell);

    /**
     * Whether a portfolio is beyond the line.
     *
     * @param cell margins and equity.
     * @return true below it.
     */
    public boolean isPassed(final SurfaceCell cell) {
        return headroom(cell).signum() < 0;
    }

    /** {@return a word or two to stand at the line} */
    String label() {
        return label;
    }

    /** {@return what the line is} */
    public String meaning() {
        return meaning;
    }

    String colour() {
        return colour;
    }

    /** {@return strokes and gaps; empty: a full line} */
    String dash() {
        return dash;
    }
}
