package io.plimsoll.lab.picture;

import java.math.BigDecimal;

/**
 * A portfolio after a move of prices and volatilities; amounts are exact, in the margin currency.
 *
 * @param profit of the portfolio from the move, before haircuts; negative is a loss.
 * @param initial the initial margin after it.
 * @param maintenance the maintenance margin after it.
 * @param equity margin equity after it.
 * @param netAssetValue the same without haircuts.
 */
public record SurfaceCell(
        BigDecimal profit, BigDecimal initial, BigDecimal maintenance, BigDecimal equity, BigDecimal netAssetValue) {
    /** {@return how the portfolio stands, in a word} */
    String status() {
        String status = "normal";
        for (final StatusLine line : StatusLine.values()) {
            if (line.isPassed(this)) {
                status = switch (line) {
                    case INITIAL -> "no new risk";
                    case MARGIN_CALL -> "margin call";
                    case LIQUIDATION -> "liquidation";
                    case BACKSTOP -> "backstop";
                    case BANKRUPT -> "bankrupt";
                };
            }
        }
        return status;
    }
}
