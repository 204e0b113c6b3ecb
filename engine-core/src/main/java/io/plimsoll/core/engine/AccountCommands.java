package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.OrderMargin;
import io.plimsoll.core.margin.PortfolioBooks;

/** Commands about what an account is: how and by which model its requirement is formed, and its isolated pockets. */
public final class AccountCommands {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final MarginCalculator calculator;
    private final OrderMargin orderMargin;
    private final PriceRule priceRule;
    private final Raises raises;
    private final MarginAssessment assessment = new MarginAssessment();
    private long free;

    AccountCommands(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final MarginCalculator calculator,
            final OrderMargin orderMargin,
            final PriceRule priceRule,
            final Raises raises) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.calculator = calculator;
        this.orderMargin = orderMargin;
        this.priceRule = priceRule;
        this.raises = raises;
    }

    /**
     * Changes how the requirement of an account is formed, with positions and orders as they are. Both ways of forming it must
     * find it healthy: nobody leaves a mode to escape a margin call, and nobody is called because of a change. Accepted when it
     * is in that mode already, too; else the completion says what margin is free afterwards.
     *
     * @param accountId whose; no pocket.
     * @param mode cross or portfolio; null: none of them.
     * @return why not, or NONE.
     */
    public RejectReason onModeChange(final long accountId, final MarginMode mode) {
        final Account account = state.accounts().account(accountId);
        if (account == null || accountId == Account.ERROR_ACCOUNT) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (mode == null || mode == MarginMode.ISOLATED) {
            return RejectReason.UNSUPPORTED_MODE;
        }
        if (account.isPocket()) {
            return context.reject(
                    RejectReason.NOT_FOR_A_POCKET, account.parent().id());
        }
        if (account.mode() == mode) {
            return RejectReason.NONE;
        }
        final RejectReason ofPrices = priceRule.check(account);
        if (ofPrices != RejectReason.NONE) {
            return context.reject(ofPrices, priceRule.unusable().id());
        }
        final Positions positions = account.positions();
        for (int i = 0; i < positions.count(); i++) {
            final long most = TradeSide.lotsLimit(mode, positions.instrumentAt(i));
            if (Math.abs(positions.lotsAt(i)) > most) {
                return context.reject(RejectReason.POSITION_LIMIT, most);
            }
        }
        final RejectReason reason = checkHealthy(account, mode, account.model());
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        final MarginMode before = account.mode();
        state.accounts().changeMode(account, mode);
        raises.chosen(account);
        calculator.assess(account, assessment);
        context.events().accounts().onModeChanged(account, before, assessment);
        remargin.one(account);
        return context.accept(free);
    }

    /**
     * Gives an account another margin model, with positions and orders as they are. In portfolio mode both models must find it
     * healthy with its orders, as with modes; in cross mode the model counts once the account goes to portfolio mode. Accepted when
     * it is its model already, too; else the completion says what margin is free afterwards.
     *
     * @param accountId whose; no pocket.
     * @param model id of a model at work.
     * @return why not, or NONE.
     */
    public RejectReason onModelChange(final long accountId, final int model) {
        final Account account = state.accounts().account(accountId);
        final RejectReason reason = checkModelChange(account, model);
        if (reason != RejectReason.NONE || account.model() == model) {
            return reason;
        }
        if (account.mode() == MarginMode.PORTFOLIO) {
            final RejectReason unhealthy = checkHealthy(account, account.mode(), model);
            if (unhealthy != RejectReason.NONE) {
                return unhealthy;
            }
        } else {
            free = freeMarginIn(account, account.mode(), model);
        }
        // The command is valid from here on: state is written only below this line.
        final int before = account.model();
        state.accounts().changeModel(account, model);
        raises.chosen(account);
        calculator.assess(account, assessment);
        context.events().accounts().onModelChanged(account, before, assessment);
        remargin.one(account);
        return context.accept(free);
    }

    private RejectReason checkModelChange(final Account account, final int model) {
        if (account == null || account.id() == Account.ERROR_ACCOUNT) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (account.isPocket()) {
            return context.reject(
                    RejectReason.NOT_FOR_A_POCKET, account.parent().id());
        }
        if (!ModelTable.isId(model) || !state.risk().models().isLoaded(model)) {
            return RejectReason.UNKNOWN_MODEL;
        }
        final PortfolioBooks books = state.risk().inUse();
        return books == null || books.of(model) == null ? RejectReason.MODEL_NOT_AT_WORK : RejectReason.NONE;
    }

    /** Both as it is and as it would be, margin equity must cover initial margin with all orders; says what is free then. */
    private RejectReason checkHealthy(final Account account, final MarginMode mode, final int model) {
        if (account.status() != MarginStatus.NORMAL) {
            return RejectReason.ACCOUNT_MAY_NOT_ADD_RISK;
        }
        final long freeNow = freeMarginIn(account, account.mode(), account.model());
        if (freeNow < 0) {
            return context.reject(RejectReason.INSUFFICIENT_MARGIN, freeNow);
        }
        free = freeMarginIn(account, mode, model);
        return free < 0 ? context.reject(RejectReason.INSUFFICIENT_MARGIN, free) : RejectReason.NONE;
    }

    /** Orders included. A book knows accounts in portfolio mode that have its model only: it forgets others again. */
    private long freeMarginIn(final Account account, final MarginMode mode, final int model) {
        calculator.assessIn(account, mode, model, assessment);
        final long needed = orderMargin.neededIn(account, mode, model, assessment);
        if (state.risk().inUse() != null) {
            state.risk().inUse().of(model).leave(account);
        }
        return assessment.freeMarginWith(needed);
    }

    /**
     * Opens a pocket: an account for one instrument, apart from all else that its owner has. Money comes to it and leaves it by
     * transfer with its parent only, in what the instrument settles in, and counts without haircut. When its position and its
     * orders are gone, what is left goes back to the parent; a loss beyond it is the insurance fund's, never the parent's.
     *
     * @param id of the pocket, not in use.
     * @param parentId account that its money comes from; no pocket.
     * @param instrumentId a contract, not a spot pair.
     * @return why not, or NONE.
     */
    public RejectReason onPocketOpen(final long id, final long parentId, final int instrumentId) {
        final Account parent = state.accounts().account(parentId);
        final Instrument instrument = state.instruments().get(instrumentId);
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (state.accounts().account(id) != null) {
            return RejectReason.ALREADY_DEFINED;
        }
        if (parent == null || parentId == Account.ERROR_ACCOUNT) {
            return RejectReason.UNKNOWN_ACCOUNT;
        }
        if (parent.isPocket()) {
            return context.reject(RejectReason.NOT_FOR_A_POCKET, parent.parent().id());
        }
        if (instrument == null) {
            return RejectReason.UNKNOWN_INSTRUMENT;
        }
        if (instrument.kind() == InstrumentKind.SPOT) {
            return RejectReason.UNSUPPORTED_KIND;
        }
        final RejectReason room = Definitions.checkRoom(state, context, parent.group());
        if (room != RejectReason.NONE) {
            return room;
        }
        // The command is valid from here on: state is written only below this line.
        final Account pocket = state.accounts().openPocket(id, parent, instrument);
        context.events().accounts().onPocketOpened(pocket);
        return RejectReason.NONE;
    }
}
