package io.plimsoll.sbe.schema;

import java.util.Arrays;
import java.util.Optional;

/** Which message ids are for what. What lies between is reserved. */
enum IdRange {
    SESSION(1, 49),
    JOURNAL(50, 99),
    REFERENCE_DATA(100, 149),
    MONEY(150, 199),
    PRICES(200, 249),
    TRADES_AND_ORDERS(250, 299),
    TIME_AND_CONTROL(300, 349),
    COMPLETION(500, 509),
    ACCOUNT_STATE(510, 519),
    MARGIN_STATUS(520, 529),
    DURABLE_MONEY(530, 539),
    PARAMETERS_AND_MARKETS(540, 549),
    CHECKPOINTS(550, 559),
    RISK(560, 569);

    private final int first;
    private final int last;

    IdRange(final int first, final int last) {
        this.first = first;
        this.last = last;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    static Optional<IdRange> of(final int messageId) {
        return Arrays.stream(values())
                .filter(range -> messageId >= range.first && messageId <= range.last)
                .findFirst();
    }
}
