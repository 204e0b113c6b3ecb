package io.plimsoll.core.margin;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.RiskRegime;
import java.util.List;

/**
 * The margin models at work over one regime, with a book each. The rows are the same for all; an account in portfolio mode is
 * margined by the model that it was given, and is known to the book of that model only.
 */
public final class PortfolioBooks {
    /** Models that there is room for; their ids are from 1. */
    public static final int MODELS_MAX = 8;

    private final RiskRegime regime;
    private final PortfolioBook[] books = new PortfolioBook[MODELS_MAX + 1];

    /**
     * Books that know no account yet.
     *
     * @param regime rows in use.
     * @param models by id from 1, for the regime's scenarios; null where there is none, but the first.
     */
    public PortfolioBooks(final RiskRegime regime, final List<MarginModel> models) {
        this.regime = regime;
        for (int i = 0; i < models.size(); i++) {
            books[i + 1] = models.get(i) == null ? null : new PortfolioBook(regime, models.get(i));
        }
    }

    /** {@return rows in use} */
    public RiskRegime regime() {
        return regime;
    }

    /**
     * The book that an account is margined by in portfolio mode.
     *
     * @param account in any mode.
     * @return its book.
     */
    public PortfolioBook of(final Account account) {
        return books[account.model()];
    }

    /**
     * The book of a model.
     *
     * @param model id, from 1 to {@link #MODELS_MAX}.
     * @return the book; null when the model is not at work.
     */
    public PortfolioBook of(final int model) {
        return books[model];
    }

    /** The book that an account in a mode, with a model, is margined by; null where schedules are, for all of it. */
    static PortfolioBook of(final PortfolioBooks books, final MarginMode mode, final int model) {
        return books != null && mode == MarginMode.PORTFOLIO ? books.of(model) : null;
    }

    /** Whether options offset each other only: in cross mode, and in portfolio mode before there are rows. A pocket has but one. */
    static boolean isPool(final PortfolioBook book, final MarginMode mode) {
        return book == null && mode != MarginMode.ISOLATED;
    }
}
