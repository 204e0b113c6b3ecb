package io.plimsoll.example;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A market maker: a bid and an ask around the mark of every market, all of them replaced at once. */
final class MarketMaker {
    private static final long LOTS = 200;
    private static final long TICKS_FROM_MARK = 10;

    private final Exchange exchange;
    private final long account;

    MarketMaker(final Exchange exchange, final long account) {
        this.exchange = exchange;
        this.account = account;
    }

    /** Its quotes are around these marks from now on. */
    void quote(final Map<Market, Long> marks) {
        final List<Quote> quotes = Stream.of(Market.values())
                .map(market -> around(market, marks.get(market)))
                .toList();
        exchange.quote(account, quotes);
    }

    private static Quote around(final Market market, final long mark) {
        return new Quote(market.instrument(), LOTS, mark - TICKS_FROM_MARK, mark + TICKS_FROM_MARK);
    }
}
