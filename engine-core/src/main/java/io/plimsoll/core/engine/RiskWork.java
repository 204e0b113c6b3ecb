package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.fixed.HashKind;
import io.plimsoll.core.fixed.StateHash;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderMargin;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.risk.Revaluation;
import io.plimsoll.core.risk.RiskRegime;

/**
 * Work that is too long for one command, a slice at a time: an underlying whose rows are due is revalued instrument by
 * instrument, its rows are switched over, and all accounts that this may touch are margined anew. Rows are due when the index
 * price, that of a claim on the underlying or that of the weakest stable coin has moved by {@value #MOVE_PPM} millionths since they
 * were made, after {@value #INTERVAL_NS} ns, within a settlement window whenever a part of it has passed, when the volatility in use, a
 * surface or haircuts were replaced, when an instrument was defined, when there is more of a coin than the rows can count, and when
 * somebody asks.
 */
final class RiskWork {
    /** Steps of a revaluation in one command: one row each, but for the first. */
    private static final int STEPS_PER_COMMAND = 4;

    private static final int ASSESSED_PER_COMMAND = 4;
    private static final int LOOKED_AT_PER_COMMAND = 512;
    private static final int MOVE_PPM = 2_000;
    private static final long INTERVAL_NS = 300_000_000_000L;
    private static final int NONE = -1;

    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final Raises raises;
    private final boolean[] asked;
    private RiskRegime regime;
    private Revaluation revaluation;
    private boolean isPricing;
    private boolean marksMoved;
    private int underlying = NONE;
    private long nextAccount = NONE;

    RiskWork(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final MarginCalculator calculator,
            final OrderMargin orderMargin,
            final Raises raises) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
        this.raises = raises;
        this.asked = new boolean[state.limits().assets()];
    }

    /** Begins the rows of another set, or for another model; what was under way is dropped, it would be replaced anyway. */
    void begin() {
        final long before = hash();
        isPricing = false;
        state.risk().begin(state.limits());
        state.hash().replace(before, hash());
    }

    /** The rows of an underlying are to be made anew. */
    void isDue(final Asset asset) {
        final long before = hash();
        asked[asset.ordinal()] = true;
        state.hash().replace(before, hash());
    }

    /** An instrument was defined: its underlying has one row to make. */
    void isListed(final Instrument instrument) {
        hasChanged(instrument.underlying());
    }

    /** What the rows of an asset are made from has changed, if it is an underlying or a claim on one. */
    void hasChanged(final Asset asset) {
        if (state.risk().volatilities().isFollowed(asset)) {
            isDue(asset);
        } else if (asset.claim() != null
                && state.risk().volatilities().isFollowed(asset.claim().underlying())) {
            isDue(asset.claim().underlying());
        }
    }

    boolean hasWork() {
        final RiskRegime target = state.risk().target();
        return target != null
                && (isPricing || nextAccount != NONE || target == state.risk().next() || due(target) != NONE);
    }

    /** Whether rows are being made, at prices of before. */
    boolean isPricing() {
        return isPricing;
    }

    /** Does a slice. */
    void goOn() {
        if (!hasWork()) {
            return;
        }
        final long before = hash();
        if (nextAccount != NONE) {
            marginSome();
        } else if (isPricing) {
            priceSome();
        } else {
            beginNext();
        }
        state.hash().replace(before, hash());
    }

    /** Begins with the underlying that is due after the last one, so that none waits for ever; without one a new regime is complete. */
    private void beginNext() {
        final RiskRegime target = state.risk().target();
        if (target != regime) {
            regime = target;
            revaluation = state.risk().revaluation(state);
            underlying = NONE;
        }
        final int due = due(target);
        if (due == NONE) {
            takeOver();
            return;
        }
        underlying = due;
        final Asset asset = target.asset(due);
        asked[asset.ordinal()] = false;
        revaluation.begin(due, context.timeNs(), state.risk().volatilities().used(asset));
        isPricing = true;
    }

    private void takeOver() {
        final PortfolioBooks before = state.risk().inUse();
        if (before != null) {
            raises.begin(before);
        }
        final PortfolioBooks books = state.risk().takeOver();
        calculator.portfolio(books);
        orderMargin.portfolio(books);
        // All rows are others, not only those of the underlying that came last.
        underlying = NONE;
        nextAccount = 0;
        marksMoved = true;
    }

    private int due(final RiskRegime of) {
        for (int i = 1; i <= of.underlyings(); i++) {
            final int place = (underlying + i) % of.underlyings();
            final Asset asset = of.asset(place);
            final boolean canBe = asset != null && state.prices().indexPrice(asset) > 0;
            if (canBe && (of == state.risk().next() ? of.revaluation(place) == 0 : isDue(of, place, asset))) {
                return place;
            }
        }
        return NONE;
    }

    private boolean isDue(final RiskRegime of, final int place, final Asset asset) {
        return asked[asset.ordinal()]
                || of.hasMoved(place, state.prices(), MOVE_PPM)
                || of.isOutgrown(place)
                || context.timeNs() - of.timeNs(place) >= INTERVAL_NS
                || context.timeNs() >= of.agesAtNs(place)
                || of.sigma(place) != state.risk().volatilities().used(asset);
    }

    private void priceSome() {
        if (revaluation.rest() == 0) {
            switchOver();
            return;
        }
        for (int i = 0; i < STEPS_PER_COMMAND && revaluation.rest() > 0; i++) {
            final Instrument unpriced = revaluation.step();
            if (unpriced != null) {
                context.events().onAlarm(alarm(unpriced), 0, unpriced.id(), 0, 0, 0);
            }
        }
    }

    private AlarmCode alarm(final Instrument unpriced) {
        return switch (revaluation.fault(unpriced)) {
            case TOO_COARSE -> AlarmCode.LOT_TOO_COARSE;
            case TOO_LARGE -> AlarmCode.LOT_TOO_LARGE;
            default -> AlarmCode.ROW_NOT_PRICED;
        };
    }

    private void switchOver() {
        revaluation.switchOver();
        isPricing = false;
        for (int i = 0; i < revaluation.instruments(); i++) {
            mark(revaluation.instrument(i));
        }
        context.events()
                .markets()
                .onRowsReplaced(
                        regime.asset(underlying),
                        regime.revaluation(underlying),
                        regime.indexPrice(underlying),
                        revaluation.priced(),
                        revaluation.unpriced());
        if (regime != state.risk().next()) {
            nextAccount = 0;
        }
    }

    private void mark(final Instrument instrument) {
        final long ticks = revaluation.mark(instrument);
        if (ticks != NONE && state.prices().followsSurface(instrument)) {
            marksMoved |= !state.prices().hasMark(instrument) || state.prices().markTicks(instrument) != ticks;
            state.prices().markTicks(instrument, ticks);
        }
    }

    /** Accounts are in the order of their ids, and the id says where to go on: others may have come in between. */
    private void marginSome() {
        final Holders all = state.accounts().all();
        int index = all.from(nextAccount);
        int assessed = 0;
        for (int i = 0; i < LOOKED_AT_PER_COMMAND && assessed < ASSESSED_PER_COMMAND && index < all.count(); i++) {
            final Account account = all.at(index++);
            if (isTouched(account)) {
                remargin.one(account);
                assessed++;
            }
        }
        if (index < all.count()) {
            nextAccount = all.at(index).id();
        } else {
            nextAccount = NONE;
            marksMoved = false;
            raises.end();
        }
    }

    /** Whether rows, or marks that came with them, may move the account's figures. */
    private boolean isTouched(final Account account) {
        if (account.mode() != MarginMode.PORTFOLIO && !marksMoved) {
            return false;
        }
        final Asset asset = underlying == NONE ? null : regime.asset(underlying);
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            if (underlying == NONE || positions.instrumentAt(i).underlying() == asset) {
                return true;
            }
        }
        return account.mode() == MarginMode.PORTFOLIO
                && (asset == null || regime.coins().isAnyIn(underlying, account.balances()));
    }

    /** The same with accounts that are still to be compared under books of before. */
    long hashFromScratch() {
        return hash() + raises.hash();
    }

    /** What goes on, for the state hash; 0 when nothing does. */
    long hash() {
        long h = StateHash.start(HashKind.WORK);
        for (int i = 0; i < asked.length; i++) {
            h = asked[i] ? StateHash.mix(h, i + 1) : h;
        }
        if (h == StateHash.start(HashKind.WORK) && !isPricing && nextAccount == NONE && underlying == NONE) {
            return 0;
        }
        h = StateHash.mix(h, underlying);
        h = StateHash.mix(h, nextAccount);
        h = StateHash.mix(h, isPricing ? revaluation.position() : NONE);
        return StateHash.finish(StateHash.mix(h, marksMoved ? 1 : 0));
    }
}
