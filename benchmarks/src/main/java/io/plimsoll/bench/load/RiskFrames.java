package io.plimsoll.bench.load;

import io.plimsoll.core.fixed.Words;
import io.plimsoll.sbe.BasketPlaceEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.OrderPlaceEncoder;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.RevalueEncoder;
import io.plimsoll.sbe.Side;
import io.plimsoll.sbe.SurfacePartEncoder;
import io.plimsoll.sbe.TradeEncoder;
import java.util.ArrayList;
import java.util.List;

/** Commands of portfolio mode. */
final class RiskFrames {
    private static final int WORDS_PER_PART = 48;

    private RiskFrames() {}

    /** The parts of a scenario set or a margin model. */
    static List<CommandFrame> document(final DocumentKind kind, final int version, final Words words) {
        final List<CommandFrame> parts = new ArrayList<>();
        for (int first = 0; first < words.count(); first += WORDS_PER_PART) {
            final CommandFrame frame = new CommandFrame();
            final int count = Math.min(WORDS_PER_PART, words.count() - first);
            final DefineDocumentPartEncoder encoder = new DefineDocumentPartEncoder()
                    .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                    .document(1)
                    .documentVersion(version)
                    .total(words.count())
                    .firstWord(first)
                    .kind(kind);
            final DefineDocumentPartEncoder.WordsEncoder group = encoder.wordsCount(count);
            for (int i = 0; i < count; i++) {
                group.next().word(words.at(first + i));
            }
            parts.add(frame.ends(encoder.limit()));
        }
        return parts;
    }

    /** A surface that one part holds. */
    static CommandFrame surface(final int asset, final Words words) {
        final CommandFrame frame = new CommandFrame();
        final SurfacePartEncoder encoder = new SurfacePartEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .asset(asset)
                .documentVersion(1)
                .total(words.count())
                .firstWord(0);
        final SurfacePartEncoder.WordsEncoder group = encoder.wordsCount(words.count());
        for (int i = 0; i < words.count(); i++) {
            group.next().word(words.at(i));
        }
        return frame.ends(encoder.limit());
    }

    /** A premium-style option on asset 2, settled in asset 1: a lot is a hundredth of a coin, a tick a cent a coin. */
    static CommandFrame option(
            final int instrument, final String symbol, final long expiryNs, final long strike, final boolean isCall) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineInstrumentEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .instrument(instrument)
                .symbol(symbol)
                .underlying(Chain.COIN)
                .settlement(1)
                .tickValue(100)
                .priceTicksMax(100_000_000)
                .positionLotsMax(ChainVenue.POSITION_LOTS_MAX)
                .tierTable(1)
                .kind(InstrumentKind.OPTION)
                .quote(0)
                .priceTicksMin(0)
                .lotSize(1_000_000)
                .contractValue(0)
                .expiryNs(expiryNs)
                .settlementWindowNs(1_800_000_000_000L)
                .strike(strike)
                .optionSide(isCall ? OptionSide.CALL : OptionSide.PUT)
                .premiumStyle(PremiumStyle.PREMIUM)
                .limit());
    }

    /** An account in portfolio mode, in a group of the same id. */
    static CommandFrame account(final long account) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new DefineAccountEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .account(account)
                .group(account)
                .mode(MarginMode.PORTFOLIO)
                .limit());
    }

    /** A trade without orders and fees. */
    static CommandFrame trade(
            final int instrument, final long buyer, final long seller, final long lots, final long ticks) {
        final CommandFrame frame = CommandFrame.trade(buyer, seller, lots, ticks);
        new TradeEncoder().wrapAndApplyHeader(frame.buffer, 0, frame.header).instrument(instrument);
        return frame;
    }

    /** An order that rests; positive lots buy. */
    static CommandFrame order(
            final int instrument, final long account, final long order, final long signedLots, final long ticks) {
        final CommandFrame frame = CommandFrame.orderPlace(account, order, Math.abs(signedLots), ticks);
        new OrderPlaceEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .instrument(instrument)
                .side(signedLots > 0 ? Side.BUY : Side.SELL);
        return frame;
    }

    /** Orders of the same size, which rest all or none: the first buys, the others sell. */
    static CommandFrame basket(
            final long account, final long firstOrder, final int[] instruments, final long lots, final long[] marks) {
        final CommandFrame frame = new CommandFrame();
        final BasketPlaceEncoder place = new BasketPlaceEncoder().wrapAndApplyHeader(frame.buffer, 0, frame.header);
        final BasketPlaceEncoder.OrdersEncoder orders =
                place.account(account).goodTill(0).ordersCount(instruments.length);
        for (int i = 0; i < instruments.length; i++) {
            orders.next()
                    .order(firstOrder + i)
                    .instrument(instruments[i])
                    .side(i == 0 ? Side.BUY : Side.SELL)
                    .lots(lots)
                    .limitPrice(marks[instruments[i]])
                    .reduceOnly(Flag.NO);
        }
        return frame.ends(place.limit());
    }

    static CommandFrame revalue(final int asset) {
        final CommandFrame frame = new CommandFrame();
        return frame.ends(new RevalueEncoder()
                .wrapAndApplyHeader(frame.buffer, 0, frame.header)
                .asset(asset)
                .limit());
    }
}
