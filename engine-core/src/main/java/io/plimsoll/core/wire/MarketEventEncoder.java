package io.plimsoll.core.wire;

import io.plimsoll.core.engine.MarketEvents;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.market.FundingBook;
import io.plimsoll.core.market.MarketStatus;
import io.plimsoll.core.market.SettlementBook;
import io.plimsoll.sbe.FundingRateSetEncoder;
import io.plimsoll.sbe.InstrumentSettledEncoder;
import io.plimsoll.sbe.MarketStatusChangedEncoder;
import io.plimsoll.sbe.RowsReplacedEncoder;
import io.plimsoll.sbe.VolatilityFixedEncoder;

/** Encodes what the engine says of markets. */
final class MarketEventEncoder implements MarketEvents {
    private final EventFrame frame;
    private final MarketStatusChangedEncoder marketStatus = new MarketStatusChangedEncoder();
    private final VolatilityFixedEncoder volatility = new VolatilityFixedEncoder();
    private final RowsReplacedEncoder rows = new RowsReplacedEncoder();
    private final FundingRateSetEncoder fundingRate = new FundingRateSetEncoder();
    private final InstrumentSettledEncoder instrumentSettled = new InstrumentSettledEncoder();

    MarketEventEncoder(final EventFrame frame) {
        this.frame = frame;
    }

    @Override
    public void onMarketStatusChanged(final Instrument instrument, final MarketStatus status) {
        marketStatus
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .instrument(instrument.id())
                .status(frame.enums().marketStatus(status));
        frame.emit(marketStatus.encodedLength(), 0);
    }

    @Override
    public void onVolatilityFixed(final Asset underlying, final long filtered, final long before, final long after) {
        volatility
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .filtered(filtered)
                .before(before)
                .after(after)
                .asset(underlying.id());
        frame.emit(volatility.encodedLength(), 0);
    }

    @Override
    public void onRowsReplaced(
            final Asset underlying,
            final long revaluation,
            final long indexPrice,
            final int priced,
            final int unpriced) {
        rows.wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .revaluation(revaluation)
                .indexPrice(indexPrice)
                .asset(underlying.id())
                .priced(priced)
                .unpriced(unpriced);
        frame.emit(rows.encodedLength(), 0);
    }

    @Override
    public void onFundingRateSet(final Instrument instrument, final FundingBook book) {
        fundingRate
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .premium(book.premium(instrument))
                .rate(book.rate(instrument))
                .fundingIndex(instrument.funding().value())
                .indexTicks(book.indexTicks(instrument))
                .untilNs(book.movedNs(instrument))
                .instrument(instrument.id())
                .fractionBits(instrument.funding().fractionBits());
        frame.emit(fundingRate.encodedLength(), 0);
    }

    @Override
    public void onInstrumentSettled(final Instrument instrument, final SettlementBook book, final int positions) {
        instrumentSettled
                .wrapAndApplyHeader(frame.buffer(), 0, frame.header())
                .price(book.price(instrument))
                .lotValue(book.lotValue(instrument))
                .instrument(instrument.id())
                .fractionBits(book.fractionBits(instrument))
                .positions(positions);
        frame.emit(instrumentSettled.encodedLength(), 0);
    }
}
