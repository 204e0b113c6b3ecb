package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.RiskKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Margin equity and what it is made of, in the margin currency, exact.
 *
 * @param cash in the margin currency.
 * @param coins value of coins, debts negative.
 * @param haircuts what of them does not count, not positive; 0 where the model charges it instead.
 * @param options value of premium-style options.
 * @param unrealised profit or loss of all else since its entry.
 */
public record Equity(
        BigDecimal cash, BigDecimal coins, BigDecimal haircuts, BigDecimal options, BigDecimal unrealised) {
    /** {@return the sum} */
    public BigDecimal total() {
        return cash.add(coins).add(haircuts).add(options).add(unrealised);
    }

    static Equity of(final Portfolio portfolio, final Market market, final Book book, final Preset preset) {
        BigDecimal coins = BigDecimal.ZERO;
        BigDecimal haircuts = BigDecimal.ZERO;
        BigDecimal options = BigDecimal.ZERO;
        BigDecimal unrealised = BigDecimal.ZERO;
        final List<Position> positions = portfolio.positions();
        for (int i = 0; i < positions.size(); i++) {
            final Position position = positions.get(i);
            final BigDecimal value = book.column(i, Column.VALUE);
            if (position.instrument().kind() == RiskKind.COIN) {
                coins = coins.add(value);
                haircuts = haircuts.subtract(haircut(position, value, ofOthers(i, value, book), market, book, preset));
            } else if (position.instrument().kind().isOption() && position.isPremium()) {
                options = options.add(value);
            } else {
                unrealised = unrealised.add(unrealised(position, market));
            }
        }
        return new Equity(portfolio.cash(), coins, haircuts, options, unrealised);
    }

    /** What other accounts of the owner have of a coin is worth as much. */
    private static BigDecimal ofOthers(final int position, final BigDecimal value, final Book book) {
        final long others = book.holdings().coinsOfOthers(position);
        return others == 0
                ? BigDecimal.ZERO
                : value.multiply(BigDecimal.valueOf(others))
                        .divide(BigDecimal.valueOf(book.holdings().lots(position)), MathContext.DECIMAL128);
    }

    private static BigDecimal haircut(
            final Position position,
            final BigDecimal value,
            final BigDecimal others,
            final Market market,
            final Book book,
            final Preset preset) {
        if (preset.chargesHaircuts()) {
            return BigDecimal.ZERO;
        }
        final CoinHaircuts haircuts =
                Pricing.haircuts(market.coin(position.instrument().underlying()), preset, book.scenarios());
        return haircuts.of(value, others);
    }

    private static BigDecimal unrealised(final Position position, final Market market) {
        final BigDecimal mark = Marks.of(position.instrument(), market);
        return mark.subtract(position.entry().orElse(mark)).multiply(position.quantity());
    }
}
