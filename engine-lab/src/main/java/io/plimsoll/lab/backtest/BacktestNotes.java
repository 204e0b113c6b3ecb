package io.plimsoll.lab.backtest;

import java.util.List;

/** What a reader of the report must know of how it was made. */
final class BacktestNotes {
    static final List<String> NOTES = List.of(
            "No look-ahead. Joint rows, their residuals, volatilities, betas of coins with few days, stress events and the"
                    + " coins a basket holds are those of the end of the day. A coin is held from its 500th day of prices on, also"
                    + " those that failed later. Fixed for all days, and so chosen with what was known later: the structure and"
                    + " parameters of the model, the price ranges and the volatility rules of the grid, and the class of each"
                    + " coin. A day with an impossible price is left out, which is seen from the next day's open.",
            "Volatility. Raw: EWMA of daily log returns. Used for margin: at least the standard deviation of all returns so far, on"
                    + " a ladder of 2 % steps, at most four up (+8.2 %) and two down (-3.9 %) a day: the whole steps within +10 % and -5 %.",
            "Implied volatility is DVOL for BTC on days that have it; else sqrt(365 (v94 + v99) / 2) with the EWMA"
                    + " variances of decay 0.94 and 0.99 up to that day. Nothing in it is fitted, so it cannot look ahead. Its"
                    + " log changes are the volatility residuals of joint rows too; where a row is filled from its class it is"
                    + " ln(0.965 + 0.035 z^2) / 2, the same function from a calm state. The smile is flat.",
            "Options have 30 days, no interest, the spot as forward; the next day they are valued with the next day's price and"
                    + " volatility and one day less. A strike of m deviations is exp(m iv sqrt(T)) times the price.",
            "Basis: a future is worth price x exp(b T). b is what is to be expected of funding over 90 days: the mean rate of each"
                    + " day times 3 x 365, smoothed with a decay of 0.4 a day, and of its distance from the mean of all days so far"
                    + " 0.22. There is none before the first funding rate. Joint rows have the changes of b as well. Funding"
                    + " itself and fees are not paid.",
            "Margin comes out of the engine's scenario rows, long accumulator and charges. The risk unit is 10^-10 dollars for a"
                    + " lot of one dollar. Volumes are not known, so concentration costs nothing here.");

    private BacktestNotes() {}
}
