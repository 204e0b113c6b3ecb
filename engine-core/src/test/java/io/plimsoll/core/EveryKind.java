package io.plimsoll.core;

import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.PremiumStyle;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Instruments of every kind on the assets of {@link EngineDriver#withMarket}: the commands that define them, their terms for the
 * twin, and prices to play with.
 *
 * @param id of the instrument; 1 is there already.
 * @param definition what the command says besides id, symbol and underlying.
 * @param terms for the twin.
 * @param firstMark in ticks.
 * @param least smallest price in ticks.
 */
record EveryKind(int id, String definition, ReferenceTerms terms, long firstMark, long least) {
    private static final String LARGEST = " priceTicksMax=10000000 positionLotsMax=100000";
    private static final String DATED = " expiry=1000000000000000 window=1800000000000";
    private static final String CALL = DATED + " kind=OPTION strike=200000000000000 side=CALL lotSize=1000000";
    private static final String PUT = DATED + " kind=OPTION strike=190000000000000 side=PUT lotSize=1000000";

    /** The instruments, by id. */
    static final List<EveryKind> ALL = List.of(
            linear(1, InstrumentKind.LINEAR_PERPETUAL, "", 20_000, 1),
            linear(2, InstrumentKind.LINEAR_PERPETUAL, "", 20_000, 1),
            linear(3, InstrumentKind.LINEAR_FUTURE, DATED, 20_000, 1),
            linear(4, InstrumentKind.LINEAR_FUTURE, DATED + " priceTicksMin=-10000000", 30, -10_000_000),
            new EveryKind(
                    5,
                    "settlement=1 tickValue=10000 kind=SPOT lotSize=1000000" + LARGEST,
                    new ReferenceTerms(InstrumentKind.SPOT, 2, 1, 10_000, 0, 1_000_000, 0, PremiumStyle.NONE),
                    20_000,
                    1),
            inverse(6, InstrumentKind.INVERSE_PERPETUAL, "", 0, 20_000_000_000L),
            inverse(7, InstrumentKind.INVERSE_FUTURE, DATED + " quote=1", 1, 20_000_000_007L),
            option(8, CALL + " premium=PREMIUM", 1, 100, 5_000, PremiumStyle.PREMIUM),
            option(9, PUT + " premium=PREMIUM", 2, 500, 80, PremiumStyle.PREMIUM),
            option(10, CALL + " premium=FUTURES", 1, 10_000, 40, PremiumStyle.FUTURES));

    /** The same, and three on a second coin, asset 4: a perpetual, a spot pair that the first coin pays for, a call. */
    static final List<EveryKind> ON_TWO_COINS = Stream.concat(
                    ALL.stream(),
                    Stream.of(
                            new EveryKind(
                                    11,
                                    "settlement=1 tickValue=10000 kind=LINEAR_PERPETUAL" + LARGEST,
                                    new ReferenceTerms(
                                            InstrumentKind.LINEAR_PERPETUAL, 4, 1, 10_000, 0, 0, 0, PremiumStyle.NONE),
                                    15_000,
                                    1),
                            new EveryKind(
                                    12,
                                    "settlement=2 tickValue=100 kind=SPOT lotSize=10000" + LARGEST,
                                    new ReferenceTerms(InstrumentKind.SPOT, 4, 2, 100, 0, 10_000, 0, PremiumStyle.NONE),
                                    750,
                                    1),
                            new EveryKind(
                                    13,
                                    "settlement=1 tickValue=10000 priceTicksMin=0 kind=OPTION strike=16000000000000"
                                            + " side=CALL premium=PREMIUM lotSize=100000" + DATED + LARGEST,
                                    new ReferenceTerms(
                                            InstrumentKind.OPTION, 4, 1, 10_000, 0, 100_000, 0, PremiumStyle.PREMIUM),
                                    600,
                                    0)))
            .toList();

    private static EveryKind linear(
            final int id, final InstrumentKind kind, final String more, final long mark, final long least) {
        return new EveryKind(
                id,
                "settlement=1 tickValue=10000 kind=" + kind + LARGEST + more,
                new ReferenceTerms(kind, 2, 1, 10_000, 0, 0, 0, PremiumStyle.NONE),
                mark,
                least);
    }

    /** One lot is 100 USD at every price; one tick is half a dollar. */
    private static EveryKind inverse(
            final int id, final InstrumentKind kind, final String more, final int quote, final long tickValue) {
        return new EveryKind(
                id,
                "settlement=2 tickValue=" + tickValue + " contractValue=100000000 priceTicksMin=1000 kind=" + kind
                        + LARGEST + more,
                new ReferenceTerms(kind, 2, 2, tickValue, quote, 0, 100_000_000, PremiumStyle.NONE),
                40_000,
                1_000);
    }

    /** One lot is on 0.01 BTC. */
    private static EveryKind option(
            final int id,
            final String more,
            final int settlement,
            final long tickValue,
            final long mark,
            final PremiumStyle style) {
        return new EveryKind(
                id,
                "settlement=" + settlement + " tickValue=" + tickValue + " priceTicksMin=0" + LARGEST + more,
                new ReferenceTerms(InstrumentKind.OPTION, 2, settlement, tickValue, 0, 1_000_000, 0, style),
                mark,
                0);
    }

    /** The command that defines it. */
    String command() {
        return "DefineInstrument instrument=" + id + " symbol=I" + id + " underlying=" + terms.underlying() + " "
                + definition;
    }

    /** A mark that may follow another: options jump and reach 0, the future with negative prices crosses it. */
    long nextMark(final long mark, final Random random) {
        if (least < 0) {
            return mark + random.nextInt(201) - 100;
        }
        final int share =
                terms.kind() == InstrumentKind.OPTION ? 500 + random.nextInt(1_001) : 950 + random.nextInt(101);
        return Math.max(least, mark * share / 1_000 + random.nextInt(3) - 1);
    }

    /** A price of a trade near a mark. */
    long tradePrice(final long mark, final Random random) {
        return Math.max(least, mark + random.nextInt(41) - 20);
    }
}
