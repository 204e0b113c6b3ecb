package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The keys of an instrument that not every kind has.
 *
 * @param quote asset of the contract value.
 * @param priceMin smallest price.
 * @param lotSize smallest quantity, in the underlying.
 * @param contractValue worth of one lot, in the quote currency.
 * @param expiry ns since 1970.
 * @param settlementWindow in ns.
 * @param strike in the quote currency.
 * @param side call or put.
 * @param style when the premium is paid.
 * @param funding name of the terms of funding.
 */
record KindTerms(
        Optional<String> quote,
        Optional<BigDecimal> priceMin,
        Optional<BigDecimal> lotSize,
        Optional<BigDecimal> contractValue,
        Optional<Long> expiry,
        Optional<Long> settlementWindow,
        Optional<BigDecimal> strike,
        Optional<String> side,
        Optional<String> style,
        Optional<String> funding) {
    private static final BigDecimal SIZE_MAX = new BigDecimal("1000000000");
    private static final BigDecimal EXTENT_MAX = new BigDecimal("1000000000000");
    private static final BigDecimal STRIKE_MAX = new BigDecimal("100000000");
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400L * SECOND_NS;
    private static final long EXPIRY_MAX_NS = 253L * 365 * DAY_NS;

    /** Which kinds may have a key and which must. */
    private record Rule(String key, Predicate<Kind> allowed, Predicate<Kind> needed) {
        static Rule needed(final String key, final Predicate<Kind> kinds) {
            return new Rule(key, kinds, kinds);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("quote", Kind::isInverse, kind -> false),
            new Rule("price-min", kind -> true, Kind::isInverse),
            Rule.needed("lot-size", kind -> !kind.isInverse()),
            Rule.needed("contract-value", Kind::isInverse),
            Rule.needed("expiry", Kind::isDated),
            new Rule("settlement-window", Kind::isDated, kind -> false),
            Rule.needed("strike", Kind::isOption),
            Rule.needed("side", Kind::isOption),
            Rule.needed("style", Kind::isOption),
            new Rule("funding", Kind::isPerpetual, kind -> false));

    static KindTerms read(final Section entry, final List<String> assets, final Set<String> fundings) {
        return new KindTerms(
                entry.optional("quote").map(value -> value.asReference("assets", assets)),
                entry.optional("price-min").map(value -> value.asDecimal(EXTENT_MAX.negate(), EXTENT_MAX)),
                entry.optional("lot-size").map(value -> value.asPositiveDecimal(SIZE_MAX)),
                entry.optional("contract-value").map(value -> value.asPositiveDecimal(SIZE_MAX)),
                entry.optional("expiry").map(value -> value.asTime(SECOND_NS, EXPIRY_MAX_NS)),
                entry.optional("settlement-window").map(value -> value.asNanos(SECOND_NS, DAY_NS)),
                entry.optional("strike").map(value -> value.asPositiveDecimal(STRIKE_MAX)),
                entry.optional("side").map(value -> value.asChoice(List.of("call", "put"))),
                entry.optional("style").map(value -> value.asChoice(List.of("premium", "futures"))),
                entry.optional("funding").map(value -> value.asReference("funding", fundings)));
    }

    /** Reports keys that the kind needs and has not, and those that it has no use for. */
    static void check(final Section entry, final Kind kind) {
        for (final Rule rule : RULES) {
            final boolean given = entry.optional(rule.key()).isPresent();
            if (given && !rule.allowed().test(kind)) {
                final String kinds = Arrays.stream(Kind.values())
                        .filter(rule.allowed())
                        .map(Value::choiceName)
                        .collect(Collectors.joining(", "));
                entry.error(
                        rule.key(),
                        entry.pathOf(rule.key()) + " is not for kind " + Value.choiceName(kind) + "; allowed for: "
                                + kinds);
            } else if (!given && rule.needed().test(kind)) {
                entry.error("missing key '" + rule.key() + "' in " + entry.name() + ", which kind "
                        + Value.choiceName(kind) + " needs");
            }
        }
    }
}
