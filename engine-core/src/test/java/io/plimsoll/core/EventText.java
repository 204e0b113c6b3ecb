package io.plimsoll.core;

import io.plimsoll.sbe.AlarmDecoder;
import io.plimsoll.sbe.BalanceChangedDecoder;
import io.plimsoll.sbe.CancelOnDisconnectChangedDecoder;
import io.plimsoll.sbe.CheckpointTakenDecoder;
import io.plimsoll.sbe.CommandCompletedDecoder;
import io.plimsoll.sbe.CreditLineChangedDecoder;
import io.plimsoll.sbe.DefinitionInForceDecoder;
import io.plimsoll.sbe.DocumentInForceDecoder;
import io.plimsoll.sbe.FeeScheduleAssignedDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.FundingPaidDecoder;
import io.plimsoll.sbe.FundingRateSetDecoder;
import io.plimsoll.sbe.InstrumentSettledDecoder;
import io.plimsoll.sbe.InterestPaidDecoder;
import io.plimsoll.sbe.LedgerMovedDecoder;
import io.plimsoll.sbe.LiquidationRequestedDecoder;
import io.plimsoll.sbe.MarginCallDecoder;
import io.plimsoll.sbe.MarketStatusChangedDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangedDecoder;
import io.plimsoll.sbe.ModelChangedDecoder;
import io.plimsoll.sbe.NoNewRiskDecoder;
import io.plimsoll.sbe.OrderChangedDecoder;
import io.plimsoll.sbe.OrderRefusedDecoder;
import io.plimsoll.sbe.OrdersRefusedDecoder;
import io.plimsoll.sbe.ParameterInForceDecoder;
import io.plimsoll.sbe.PocketOpenedDecoder;
import io.plimsoll.sbe.PositionChangedDecoder;
import io.plimsoll.sbe.PositionSettledDecoder;
import io.plimsoll.sbe.RaisePhasedInDecoder;
import io.plimsoll.sbe.RejectReason;
import io.plimsoll.sbe.RowsReplacedDecoder;
import io.plimsoll.sbe.StatusChangedDecoder;
import io.plimsoll.sbe.TradingChangedDecoder;
import io.plimsoll.sbe.VolatilityFixedDecoder;
import io.plimsoll.sbe.WithdrawalLimitedDecoder;
import io.plimsoll.sbe.WithdrawalReleasedDecoder;
import io.plimsoll.sbe.WithdrawalSettledDecoder;
import org.agrona.DirectBuffer;

/** Events as short lines, for tests to compare. Amounts in minor units. */
final class EventText {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();

    /** {@code OK}, or the reason, with {@code (detail)}. */
    String completion(final DirectBuffer buffer, final int offset) {
        final CommandCompletedDecoder event = new CommandCompletedDecoder();
        event.wrapAndApplyHeader(buffer, offset, header);
        final String reason =
                event.reason() == RejectReason.NONE ? "OK" : event.reason().name();
        return event.detail() == 0 ? reason : reason + " (" + event.detail() + ")";
    }

    String line(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        return switch (header.templateId()) {
            case CommandCompletedDecoder.TEMPLATE_ID -> completion(buffer, offset);
            case PositionChangedDecoder.TEMPLATE_ID -> position(buffer, offset);
            case BalanceChangedDecoder.TEMPLATE_ID -> balance(buffer, offset);
            case OrderChangedDecoder.TEMPLATE_ID -> order(buffer, offset);
            case OrderRefusedDecoder.TEMPLATE_ID -> refused(buffer, offset);
            case OrdersRefusedDecoder.TEMPLATE_ID -> refusedTogether(buffer, offset);
            case DefinitionInForceDecoder.TEMPLATE_ID -> defined(buffer, offset);
            case StatusChangedDecoder.TEMPLATE_ID -> status(buffer, offset);
            case LiquidationRequestedDecoder.TEMPLATE_ID -> liquidation(buffer, offset);
            case ParameterInForceDecoder.TEMPLATE_ID -> parameter(buffer, offset);
            default -> rare(buffer, offset);
        };
    }

    private String rare(final DirectBuffer buffer, final int offset) {
        return switch (header.templateId()) {
            case NoNewRiskDecoder.TEMPLATE_ID -> {
                final NoNewRiskDecoder event = new NoNewRiskDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " no new risk, shortfall " + event.shortfall();
            }
            case MarginCallDecoder.TEMPLATE_ID -> {
                final MarginCallDecoder event = new MarginCallDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " margin call, shortfall " + event.shortfall() + ", to liquidation "
                        + event.toLiquidation();
            }
            case MarketStatusChangedDecoder.TEMPLATE_ID -> {
                final MarketStatusChangedDecoder event =
                        new MarketStatusChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "market " + event.instrument() + " " + event.status();
            }
            case AlarmDecoder.TEMPLATE_ID -> {
                final AlarmDecoder event = new AlarmDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "alarm " + event.code() + " account " + event.account() + " instrument " + event.instrument()
                        + " trade " + event.tradeId() + " order " + event.order() + " lots " + event.lots();
            }
            case CheckpointTakenDecoder.TEMPLATE_ID -> {
                final CheckpointTakenDecoder event =
                        new CheckpointTakenDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "checkpoint " + event.accounts() + " accounts, " + event.openPositions() + " positions, "
                        + event.openOrders() + " orders";
            }
            case TradingChangedDecoder.TEMPLATE_ID -> {
                final TradingChangedDecoder event =
                        new TradingChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "trading of " + (event.group() == 0 ? "account " + event.account() : "group " + event.group())
                        + (event.stopped() == Flag.YES ? " stopped" : " goes on");
            }
            case CancelOnDisconnectChangedDecoder.TEMPLATE_ID -> {
                final CancelOnDisconnectChangedDecoder event =
                        new CancelOnDisconnectChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "cancel on disconnect of source " + event.boundSource() + " " + event.active() + ", cancelled "
                        + event.cancelled();
            }
            case ModeChangedDecoder.TEMPLATE_ID -> {
                final ModeChangedDecoder event = new ModeChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " " + event.from() + "->" + event.to() + " equity " + event.marginEquity()
                        + " IM " + event.initialMargin() + " MM " + event.maintenanceMargin();
            }
            case RaisePhasedInDecoder.TEMPLATE_ID -> {
                final RaisePhasedInDecoder event =
                        new RaisePhasedInDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "RaisePhasedIn " + event.account() + " " + event.counted() + " -> " + event.asked();
            }
            case ModelChangedDecoder.TEMPLATE_ID -> {
                final ModelChangedDecoder event = new ModelChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " model " + event.from() + "->" + event.to() + " equity " + event.marginEquity()
                        + " IM " + event.initialMargin() + " MM " + event.maintenanceMargin();
            }
            case PocketOpenedDecoder.TEMPLATE_ID -> {
                final PocketOpenedDecoder event = new PocketOpenedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "pocket " + event.account() + " of " + event.parent() + " in group " + event.group()
                        + " for instrument " + event.instrument();
            }
            default -> money(buffer, offset);
        };
    }

    private String money(final DirectBuffer buffer, final int offset) {
        return switch (header.templateId()) {
            case WithdrawalReleasedDecoder.TEMPLATE_ID -> {
                final WithdrawalReleasedDecoder event =
                        new WithdrawalReleasedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " released " + event.amount() + " of asset " + event.asset() + " as "
                        + event.withdrawal();
            }
            case FeeScheduleAssignedDecoder.TEMPLATE_ID -> {
                final FeeScheduleAssignedDecoder event =
                        new FeeScheduleAssignedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "fees of " + (event.group() == 0 ? "account " + event.account() : "group " + event.group())
                        + " by schedule " + event.schedule() + ", by " + event.author();
            }
            case CreditLineChangedDecoder.TEMPLATE_ID -> {
                final CreditLineChangedDecoder event =
                        new CreditLineChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " credit line " + event.oldAmount() + "->" + event.amount() + " by "
                        + event.author();
            }
            case LedgerMovedDecoder.TEMPLATE_ID -> {
                final LedgerMovedDecoder event = new LedgerMovedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "moved " + event.amount() + " of " + event.asset() + " from " + event.fromLedger() + " to "
                        + event.toLedger() + " by " + event.author();
            }
            case InterestPaidDecoder.TEMPLATE_ID -> {
                final InterestPaidDecoder event = new InterestPaidDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " interest " + event.amount() + " on " + event.debt() + " of asset "
                        + event.asset() + " at " + event.interestIndex();
            }
            case WithdrawalSettledDecoder.TEMPLATE_ID -> {
                final WithdrawalSettledDecoder event =
                        new WithdrawalSettledDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " withdrawal " + event.withdrawal() + " " + event.result() + " "
                        + event.amount() + " of asset " + event.asset();
            }
            case WithdrawalLimitedDecoder.TEMPLATE_ID -> {
                final WithdrawalLimitedDecoder event =
                        new WithdrawalLimitedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " may withdraw " + event.left() + " of " + event.dailyMax() + " of asset "
                        + event.asset() + (event.ofAll() == Flag.YES ? " with all" : "") + ", " + event.amount()
                        + " from " + event.fromNs();
            }
            default -> risk(buffer, offset);
        };
    }

    private String risk(final DirectBuffer buffer, final int offset) {
        return switch (header.templateId()) {
            case DocumentInForceDecoder.TEMPLATE_ID -> {
                final DocumentInForceDecoder event =
                        new DocumentInForceDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "document " + event.kind() + " " + event.document() + " version " + event.documentVersion();
            }
            case VolatilityFixedDecoder.TEMPLATE_ID -> {
                final VolatilityFixedDecoder event =
                        new VolatilityFixedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "volatility of " + event.asset() + " " + event.before() + "->" + event.after() + ", filtered "
                        + event.filtered();
            }
            case RowsReplacedDecoder.TEMPLATE_ID -> {
                final RowsReplacedDecoder event = new RowsReplacedDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "rows of " + event.asset() + " replaced, revaluation " + event.revaluation() + " at "
                        + event.indexPrice() + ", priced " + event.priced() + ", unpriced " + event.unpriced();
            }
            case FundingRateSetDecoder.TEMPLATE_ID -> {
                final FundingRateSetDecoder event =
                        new FundingRateSetDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "funding of " + event.instrument() + " premium " + event.premium() + " rate " + event.rate()
                        + " at " + event.indexTicks() + " index " + event.fundingIndex() + "/2^" + event.fractionBits();
            }
            case InstrumentSettledDecoder.TEMPLATE_ID -> {
                final InstrumentSettledDecoder event =
                        new InstrumentSettledDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "settled " + event.instrument() + " at " + event.price() + " lot " + event.lotValue() + "/2^"
                        + event.fractionBits() + ", " + event.positions() + " positions";
            }
            case PositionSettledDecoder.TEMPLATE_ID -> {
                final PositionSettledDecoder event =
                        new PositionSettledDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " settled " + event.lots() + " of " + event.instrument() + " cost "
                        + event.entryCost() + " paid " + event.amount();
            }
            case FundingPaidDecoder.TEMPLATE_ID -> {
                final FundingPaidDecoder event = new FundingPaidDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield event.account() + " funding " + event.amount() + " on " + event.lots() + " of "
                        + event.instrument();
            }
            default -> throw new AssertionError("event " + header.templateId());
        };
    }

    private String position(final DirectBuffer buffer, final int offset) {
        final PositionChangedDecoder event = new PositionChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
        return event.account() + " position " + event.lots() + " of " + event.instrument() + " cost "
                + event.entryCost() + " realised " + event.realised();
    }

    private String balance(final DirectBuffer buffer, final int offset) {
        final BalanceChangedDecoder event = new BalanceChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
        return event.account() + " " + event.reason() + " " + event.change() + " of " + event.asset() + " to "
                + event.balance();
    }

    private String order(final DirectBuffer buffer, final int offset) {
        final OrderChangedDecoder event = new OrderChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
        final String reason = event.reason() == RejectReason.NONE ? "" : " " + event.reason();
        return event.account() + " order " + event.order() + " " + event.state() + reason + " " + event.remaining()
                + " at " + event.limitPrice();
    }

    private String refused(final DirectBuffer buffer, final int offset) {
        final OrderRefusedDecoder event = new OrderRefusedDecoder().wrapAndApplyHeader(buffer, offset, header);
        return event.account() + " order " + event.order() + " refused, free " + event.freeMarginBefore() + "->"
                + event.freeMarginAfter() + ", largest " + event.largestLots()
                + (event.scenario() < 0 ? "" : ", scenario " + event.scenario());
    }

    private String refusedTogether(final DirectBuffer buffer, final int offset) {
        final OrdersRefusedDecoder event = new OrdersRefusedDecoder().wrapAndApplyHeader(buffer, offset, header);
        return event.account() + " orders refused"
                + (event.entry() < 0
                        ? ", free " + event.freeMarginBefore() + "->" + event.freeMarginAfter() + ", largest "
                                + event.largestPpm() + " ppm"
                        : ", entry " + event.entry() + ": order " + event.order() + " in " + event.instrument())
                + (event.scenario() < 0 ? "" : ", scenario " + event.scenario());
    }

    private String defined(final DirectBuffer buffer, final int offset) {
        final DefinitionInForceDecoder event =
                new DefinitionInForceDecoder().wrapAndApplyHeader(buffer, offset, header);
        return "defined " + event.definition() + " " + event.defined();
    }

    private String status(final DirectBuffer buffer, final int offset) {
        final StatusChangedDecoder event = new StatusChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
        return event.account() + " " + event.from() + "->" + event.to() + " equity " + event.marginEquity() + " im "
                + event.initialMargin() + " mm " + event.maintenanceMargin();
    }

    private String liquidation(final DirectBuffer buffer, final int offset) {
        final LiquidationRequestedDecoder event =
                new LiquidationRequestedDecoder().wrapAndApplyHeader(buffer, offset, header);
        final StringBuilder line = new StringBuilder()
                .append(event.account())
                .append(" liquidate, equity ")
                .append(event.marginEquity())
                .append(" mm ")
                .append(event.maintenanceMargin())
                .append(" notional ")
                .append(event.notional());
        for (final LiquidationRequestedDecoder.PositionsDecoder position : event.positions()) {
            line.append(" [")
                    .append(position.lots())
                    .append(" of ")
                    .append(position.instrument())
                    .append(" at ")
                    .append(position.mark())
                    .append("]");
        }
        return line.toString();
    }

    private String parameter(final DirectBuffer buffer, final int offset) {
        final ParameterInForceDecoder event = new ParameterInForceDecoder().wrapAndApplyHeader(buffer, offset, header);
        return "parameter " + event.parameter() + " scope " + event.scope() + " " + event.oldValue() + "->"
                + event.value() + " by " + event.author();
    }
}
