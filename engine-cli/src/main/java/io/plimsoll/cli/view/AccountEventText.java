package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangedDecoder;
import io.plimsoll.sbe.ModelChangedDecoder;
import io.plimsoll.sbe.NoNewRiskDecoder;
import io.plimsoll.sbe.OrderChangedDecoder;
import io.plimsoll.sbe.OrderRefusedDecoder;
import io.plimsoll.sbe.OrdersRefusedDecoder;
import io.plimsoll.sbe.PocketOpenedDecoder;
import io.plimsoll.sbe.PositionChangedDecoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.RaisePhasedInDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.StatusChangedDecoder;
import io.plimsoll.sbe.TradingChangedDecoder;

/** Says in a few words what an event did to an account. Amounts in whole units. */
final class AccountEventText {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Definitions definitions;
    private final MoneyEventText money;

    /**
     * An event as a line of a timeline.
     *
     * @param what in a word or two.
     * @param detail in figures.
     * @param marginEquity as the event tells it; "-": it does not.
     * @param maintenanceMargin as the event tells it; "-": it does not.
     */
    record Text(String what, String detail, String marginEquity, String maintenanceMargin) {
        static Text of(final String what, final String detail) {
            return new Text(what, detail, Texts.NONE, Texts.NONE);
        }
    }

    AccountEventText(final Definitions definitions) {
        this.definitions = definitions;
        this.money = new MoneyEventText(definitions);
    }

    /** The event in words; null: it tells nothing of the account. */
    Text of(final RecordView event) {
        return switch (event.templateId()) {
            case BalanceChangedDecoder.TEMPLATE_ID -> balance(event);
            case PositionChangedDecoder.TEMPLATE_ID -> position(event);
            case FundingPaidDecoder.TEMPLATE_ID -> funding(event);
            case PositionSettledDecoder.TEMPLATE_ID -> settled(event);
            case OrderChangedDecoder.TEMPLATE_ID -> order(event);
            case OrderRefusedDecoder.TEMPLATE_ID -> refused(event);
            case OrdersRefusedDecoder.TEMPLATE_ID -> refusedTogether(event);
            case TradingChangedDecoder.TEMPLATE_ID -> trading(event);
            case ModeChangedDecoder.TEMPLATE_ID -> mode(event);
            case ModelChangedDecoder.TEMPLATE_ID -> model(event);
            case RaisePhasedInDecoder.TEMPLATE_ID -> raise(event);
            case PocketOpenedDecoder.TEMPLATE_ID -> pocket(event);
            case StatusChangedDecoder.TEMPLATE_ID -> status(event);
            case NoNewRiskDecoder.TEMPLATE_ID -> noNewRisk(event);
            case MarginCallDecoder.TEMPLATE_ID -> marginCall(event);
            case LiquidationRequestedDecoder.TEMPLATE_ID -> liquidation(event);
            case AlarmDecoder.TEMPLATE_ID -> alarm(event);
            case CommandCompletedDecoder.TEMPLATE_ID -> completed(event);
            default -> money.of(event);
        };
    }

    /** Whether an event is about the account's place on the ladder. */
    static boolean isOfStatus(final RecordView event) {
        return switch (event.templateId()) {
            case StatusChangedDecoder.TEMPLATE_ID,
                    NoNewRiskDecoder.TEMPLATE_ID,
                    MarginCallDecoder.TEMPLATE_ID,
                    LiquidationRequestedDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    /** Whether an event is about all accounts of a group. */
    boolean isOfGroup(final RecordView event, final long group) {
        return event.templateId() == TradingChangedDecoder.TEMPLATE_ID
                && group != 0
                && new TradingChangedDecoder()
                                .wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header)
                                .group()
                        == group;
    }

    private Text balance(final RecordView event) {
        final BalanceChangedDecoder changed =
                new BalanceChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                changed.reason().name(),
                (changed.change() > 0 ? "+" : "") + definitions.amount(changed.asset(), changed.change()) + ", balance "
                        + definitions.amount(changed.asset(), changed.balance()));
    }

    private Text position(final RecordView event) {
        final PositionChangedDecoder changed =
                new PositionChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        final int instrument = changed.instrument();
        return Text.of(
                "TRADE",
                definitions.instrument(instrument) + " position " + CommandText.lots(changed.lots()) + ", cost "
                        + definitions.settled(instrument, changed.entryCost()) + ", realised "
                        + definitions.settled(instrument, changed.realised()));
    }

    private Text funding(final RecordView event) {
        final FundingPaidDecoder booked =
                new FundingPaidDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        final int instrument = booked.instrument();
        return Text.of(
                "FUNDING_BOOKED",
                CommandText.lots(booked.lots()) + " of " + definitions.instrument(instrument)
                        + (booked.amount() < 0 ? " paid " : " received ")
                        + definitions.settled(instrument, Math.abs(booked.amount())));
    }

    private Text settled(final RecordView event) {
        final PositionSettledDecoder settled =
                new PositionSettledDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        final int instrument = settled.instrument();
        return Text.of(
                "SETTLED",
                definitions.instrument(instrument) + " position " + CommandText.lots(settled.lots()) + ", cost "
                        + definitions.settled(instrument, settled.entryCost())
                        + (settled.amount() < 0 ? ", paid " : ", received ")
                        + definitions.settled(instrument, Math.abs(settled.amount())));
    }

    private Text order(final RecordView event) {
        final OrderChangedDecoder changed =
                new OrderChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "ORDER_" + changed.state(),
                "order " + changed.order() + " of " + definitions.instrument(changed.instrument()) + ", "
                        + CommandText.lots(changed.remaining()) + " remain at "
                        + CommandText.ticks(changed.limitPrice())
                        + (changed.reason() == RejectReason.NOT_REDUCING ? ": it would no longer reduce" : ""));
    }

    private Text refused(final RecordView event) {
        final OrderRefusedDecoder refused =
                new OrderRefusedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "ORDER_REFUSED",
                "order " + refused.order() + " of " + definitions.instrument(refused.instrument()) + ", free margin "
                        + Texts.usd(refused.freeMarginBefore()) + " would be " + Texts.usd(refused.freeMarginAfter())
                        + (refused.scenario() < 0 ? "" : " under scenario " + refused.scenario()) + ", "
                        + CommandText.lots(refused.largestLots()) + " would pass");
    }

    private Text refusedTogether(final RecordView event) {
        final OrdersRefusedDecoder refused =
                new OrdersRefusedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "ORDERS_REFUSED",
                refused.entry() < 0
                        ? "all orders of the command, free margin " + Texts.usd(refused.freeMarginBefore())
                                + " would be " + Texts.usd(refused.freeMarginAfter())
                                + (refused.scenario() < 0 ? "" : " under scenario " + refused.scenario()) + ", "
                                + Texts.percent(refused.largestPpm()) + " of every order would pass"
                        : "all orders of the command, because of order " + refused.order() + " of "
                                + definitions.instrument(refused.instrument()));
    }

    private Text trading(final RecordView event) {
        final TradingChangedDecoder changed =
                new TradingChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                changed.stopped() == Flag.YES ? "TRADING_STOPPED" : "TRADING_RESUMED",
                "trading of " + CommandText.accountOrGroup(changed.account(), changed.group()));
    }

    private Text mode(final RecordView event) {
        final ModeChangedDecoder changed =
                new ModeChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return new Text(
                "MODE " + changed.to(),
                "from " + changed.from() + ", initial margin " + Texts.usd(changed.initialMargin()),
                Texts.usd(changed.marginEquity()),
                Texts.usd(changed.maintenanceMargin()));
    }

    private Text model(final RecordView event) {
        final ModelChangedDecoder changed =
                new ModelChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return new Text(
                "MODEL " + changed.to(),
                "from " + changed.from() + ", initial margin " + Texts.usd(changed.initialMargin()),
                Texts.usd(changed.marginEquity()),
                Texts.usd(changed.maintenanceMargin()));
    }

    private Text raise(final RecordView event) {
        final RaisePhasedInDecoder raised =
                new RaisePhasedInDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return new Text(
                "RAISE",
                "maintenance margin to " + Texts.usd(raised.asked()) + ", whole at " + Texts.time(raised.untilNs()),
                "",
                Texts.usd(raised.counted()));
    }

    private Text pocket(final RecordView event) {
        final PocketOpenedDecoder opened =
                new PocketOpenedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "POCKET", "of account " + opened.parent() + " for " + definitions.instrument(opened.instrument()));
    }

    private Text status(final RecordView event) {
        final StatusChangedDecoder changed =
                new StatusChangedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return new Text(
                "STATUS",
                changed.from() + " > " + changed.to(),
                Texts.usd(changed.marginEquity()),
                Texts.usd(changed.maintenanceMargin()));
    }

    private Text noNewRisk(final RecordView event) {
        final NoNewRiskDecoder told =
                new NoNewRiskDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of("NO_NEW_RISK", "shortfall " + Texts.usd(told.shortfall()));
    }

    private Text marginCall(final RecordView event) {
        final MarginCallDecoder call =
                new MarginCallDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "MARGIN_CALL",
                "shortfall " + Texts.usd(call.shortfall()) + ", to liquidation " + Texts.usd(call.toLiquidation()));
    }

    private Text liquidation(final RecordView event) {
        final LiquidationRequestedDecoder request =
                new LiquidationRequestedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        final String notional = Texts.usd(request.notional());
        final String equity = Texts.usd(request.marginEquity());
        final String maintenance = Texts.usd(request.maintenanceMargin());
        final StringBuilder positions = new StringBuilder();
        for (final LiquidationRequestedDecoder.PositionsDecoder position : request.positions()) {
            positions
                    .append(", ")
                    .append(definitions.instrument(position.instrument()))
                    .append(' ')
                    .append(CommandText.lots(position.lots()))
                    .append(" at mark ")
                    .append(Texts.count(position.mark()));
        }
        return new Text("LIQUIDATION_REQUESTED", "notional " + notional + positions, equity, maintenance);
    }

    private Text alarm(final RecordView event) {
        final AlarmDecoder alarm = new AlarmDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        return Text.of(
                "ALARM",
                alarm.code() + ", " + CommandText.lots(alarm.lots()) + " of "
                        + definitions.instrument(alarm.instrument()) + ", trade " + alarm.tradeId());
    }

    private Text completed(final RecordView event) {
        final CommandCompletedDecoder completed =
                new CommandCompletedDecoder().wrapAndApplyHeader(event.buffer(), event.payloadOffset(), header);
        if (completed.reason() != RejectReason.NONE) {
            final String detail = completed.detail() == 0 ? "" : ", detail " + completed.detail();
            return Text.of("REFUSED", completed.reason() + detail);
        }
        return completed.templateId() == DefineAccountDecoder.TEMPLATE_ID ? Text.of("DEFINED", Texts.NONE) : null;
    }
}
