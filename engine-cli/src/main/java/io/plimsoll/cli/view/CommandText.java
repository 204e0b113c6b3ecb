package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.BasketPlaceDecoder;
import io.plimsoll.sbe.CancelOnDisconnectDecoder;
import io.plimsoll.sbe.ContinueDecoder;
import io.plimsoll.sbe.DefineDocumentPartDecoder;
import io.plimsoll.sbe.DefineFundingDecoder;
import io.plimsoll.sbe.DefineTierTableDecoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.IndexPriceDecoder;
import io.plimsoll.sbe.InstrumentDelistDecoder;
import io.plimsoll.sbe.MarkPriceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.ModeChangeDecoder;
import io.plimsoll.sbe.ModelChangeDecoder;
import io.plimsoll.sbe.OrderAmendDecoder;
import io.plimsoll.sbe.OrderCancelDecoder;
import io.plimsoll.sbe.OrderPlaceDecoder;
import io.plimsoll.sbe.OrdersCancelDecoder;
import io.plimsoll.sbe.ParameterChangeDecoder;
import io.plimsoll.sbe.PocketOpenDecoder;
import io.plimsoll.sbe.PremiumSampleDecoder;
import io.plimsoll.sbe.QuotesReplaceDecoder;
import io.plimsoll.sbe.RevalueDecoder;
import io.plimsoll.sbe.SourceDisconnectedDecoder;
import io.plimsoll.sbe.SurfacePartDecoder;
import io.plimsoll.sbe.TradeDecoder;
import io.plimsoll.sbe.TradingResumeDecoder;
import io.plimsoll.sbe.TradingStopDecoder;
import io.plimsoll.sbe.VolatilityFixDecoder;
import java.util.Locale;

/** Says in a few words what a command is, seen from one account: the cause of its events. */
final class CommandText {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final Definitions definitions;
    private final MoneyCommandText money;
    private final OrderCommandText orders;
    private final long account;

    CommandText(final Definitions definitions, final long account) {
        this.definitions = definitions;
        this.money = new MoneyCommandText(definitions);
        this.orders = new OrderCommandText(definitions);
        this.account = account;
    }

    String of(final RecordView command) {
        return switch (command.templateId()) {
            case MarkPriceDecoder.TEMPLATE_ID -> mark(command);
            case IndexPriceDecoder.TEMPLATE_ID -> index(command);
            case TradeDecoder.TEMPLATE_ID -> trade(command);
            case ModeChangeDecoder.TEMPLATE_ID -> modeChange(command);
            case ModelChangeDecoder.TEMPLATE_ID -> modelChange(command);
            case PocketOpenDecoder.TEMPLATE_ID -> pocketOpen(command);
            case OrderPlaceDecoder.TEMPLATE_ID -> place(command);
            case OrderAmendDecoder.TEMPLATE_ID -> amend(command);
            case OrderCancelDecoder.TEMPLATE_ID -> cancel(command);
            case ParameterChangeDecoder.TEMPLATE_ID -> parameter(command);
            case DefineTierTableDecoder.TEMPLATE_ID -> tiers(command);
            default -> risk(command);
        };
    }

    private String risk(final RecordView command) {
        return switch (command.templateId()) {
            case DefineDocumentPartDecoder.TEMPLATE_ID -> document(command);
            case SurfacePartDecoder.TEMPLATE_ID -> surface(command);
            case RevalueDecoder.TEMPLATE_ID -> revalue(command);
            case VolatilityFixDecoder.TEMPLATE_ID -> "look at the volatilities";
            case ContinueDecoder.TEMPLATE_ID -> "work that was due goes on";
            case DefineFundingDecoder.TEMPLATE_ID -> funding(command);
            case PremiumSampleDecoder.TEMPLATE_ID -> premium(command);
            case InstrumentDelistDecoder.TEMPLATE_ID -> delist(command);
            default -> trading(command);
        };
    }

    private String trading(final RecordView command) {
        return switch (command.templateId()) {
            case BasketPlaceDecoder.TEMPLATE_ID -> orders.basket(command);
            case QuotesReplaceDecoder.TEMPLATE_ID -> orders.quotes(command);
            case CancelOnDisconnectDecoder.TEMPLATE_ID -> orders.bind(command);
            case SourceDisconnectedDecoder.TEMPLATE_ID -> orders.gone(command);
            case OrdersCancelDecoder.TEMPLATE_ID -> cancelMany(command);
            case TradingStopDecoder.TEMPLATE_ID -> stop(command);
            case TradingResumeDecoder.TEMPLATE_ID -> resume(command);
            default -> money.of(command);
        };
    }

    private String mark(final RecordView command) {
        final MarkPriceDecoder mark =
                new MarkPriceDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "mark price of " + definitions.instrument(mark.instrument()) + ' ' + ticks(mark.price());
    }

    private String index(final RecordView command) {
        final IndexPriceDecoder index =
                new IndexPriceDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "index price of " + definitions.asset(index.asset()) + ' '
                + Texts.price(index.price(), Asset.INDEX_PRICE_SCALE);
    }

    private String trade(final RecordView command) {
        final TradeDecoder trade =
                new TradeDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        final String text = "trade " + trade.tradeId() + " of " + definitions.instrument(trade.instrument()) + ": ";
        final String terms = ' ' + lots(trade.lots()) + " at " + ticks(trade.price());
        if (trade.buyAccount() == account) {
            return text + "bought" + terms + " from account " + trade.sellAccount();
        }
        return trade.sellAccount() == account
                ? text + "sold" + terms + " to account " + trade.buyAccount()
                : text + "account " + trade.buyAccount() + " bought" + terms + " from account " + trade.sellAccount();
    }

    private String modeChange(final RecordView command) {
        final ModeChangeDecoder change =
                new ModeChangeDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "change of account " + change.account() + " to mode " + change.mode();
    }

    private String modelChange(final RecordView command) {
        final ModelChangeDecoder change =
                new ModelChangeDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "change of account " + change.account() + " to margin model " + change.model();
    }

    private String pocketOpen(final RecordView command) {
        final PocketOpenDecoder open =
                new PocketOpenDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "pocket " + open.account() + " of account " + open.parent() + " for "
                + definitions.instrument(open.instrument());
    }

    private String place(final RecordView command) {
        final OrderPlaceDecoder order =
                new OrderPlaceDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "order " + order.order() + " to " + order.side().name().toLowerCase(Locale.ROOT) + ' '
                + lots(order.lots()) + " of " + definitions.instrument(order.instrument()) + " at "
                + limit(order.limitPrice());
    }

    private String amend(final RecordView command) {
        final OrderAmendDecoder order =
                new OrderAmendDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "amendment of order " + order.order() + " to " + lots(order.lots()) + " at " + ticks(order.limitPrice());
    }

    private String cancel(final RecordView command) {
        final OrderCancelDecoder order =
                new OrderCancelDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "cancellation of order " + order.order();
    }

    private String cancelMany(final RecordView command) {
        final OrdersCancelDecoder cancel =
                new OrdersCancelDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        final String side =
                switch (cancel.sides()) {
                    case BUY -> " that buy";
                    case SELL -> " that sell";
                    default -> "";
                };
        return "cancellation of all orders"
                + (cancel.instrument() == 0 ? "" : " of " + definitions.instrument(cancel.instrument())) + side;
    }

    private String stop(final RecordView command) {
        final TradingStopDecoder stop =
                new TradingStopDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "stop of trading of " + accountOrGroup(stop.account(), stop.group()) + " by source " + command.source();
    }

    private String resume(final RecordView command) {
        final TradingResumeDecoder resume =
                new TradingResumeDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "resumption of trading of " + accountOrGroup(resume.account(), resume.group()) + " by source "
                + command.source();
    }

    static String accountOrGroup(final long account, final long group) {
        return group == 0 ? "account " + account : "group " + group;
    }

    private String parameter(final RecordView command) {
        final ParameterChangeDecoder change =
                new ParameterChangeDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "parameter " + change.parameter() + " of " + (change.scope() == 0 ? "the engine" : change.scope())
                + " set to " + change.value();
    }

    private String tiers(final RecordView command) {
        final DefineTierTableDecoder table =
                new DefineTierTableDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "tier table " + table.tierTable() + " defined anew";
    }

    private String document(final RecordView command) {
        final DefineDocumentPartDecoder part =
                new DefineDocumentPartDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        final String kind = part.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        final String which = part.kind() == DocumentKind.MARGIN_MODEL ? kind + ' ' + part.document() : kind;
        return which + " version " + part.documentVersion() + part(part.firstWord(), part.total());
    }

    private String surface(final RecordView command) {
        final SurfacePartDecoder part =
                new SurfacePartDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "surface of " + definitions.asset(part.asset()) + part(part.firstWord(), part.total());
    }

    private static String part(final int firstWord, final int total) {
        return ", from word " + Texts.count(firstWord) + " of " + Texts.count(total);
    }

    private String revalue(final RecordView command) {
        final RevalueDecoder request =
                new RevalueDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "revaluation of " + definitions.asset(request.asset());
    }

    private String funding(final RecordView command) {
        final DefineFundingDecoder funding =
                new DefineFundingDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "funding of " + definitions.instrument(funding.instrument()) + " defined anew";
    }

    private String delist(final RecordView command) {
        final InstrumentDelistDecoder delist =
                new InstrumentDelistDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "delisting of " + definitions.instrument(delist.instrument()) + " at " + ticks(delist.price());
    }

    private String premium(final RecordView command) {
        final PremiumSampleDecoder sample =
                new PremiumSampleDecoder().wrapAndApplyHeader(command.buffer(), command.payloadOffset(), header);
        return "premium of " + definitions.instrument(sample.instrument()) + ' ' + Texts.rate(sample.premium());
    }

    static String lots(final long lots) {
        return Texts.count(lots) + (Math.abs(lots) == 1 ? " lot" : " lots");
    }

    /** A limit, or that there is none. */
    static String limit(final long ticks) {
        return ticks == OrderPlaceDecoder.limitPriceNullValue() ? "market" : ticks(ticks);
    }

    static String ticks(final long ticks) {
        return Texts.count(ticks) + (ticks == 1 ? " tick" : " ticks");
    }
}
