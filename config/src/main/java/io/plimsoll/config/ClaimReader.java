package io.plimsoll.config;

import io.plimsoll.config.MarketsConfig.Asset;
import io.plimsoll.config.MarketsConfig.Claim;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what makes an asset a claim on another one, as the engine takes it. */
final class ClaimReader {
    private static final String ON = "claim-on";
    private static final String RATE = "redemption-rate";
    private static final String STEP = "redemption-step";
    private static final int ONE_PPM = 1_000_000;
    private static final int RATE_SCALE = 15;
    private static final BigDecimal RATE_MAX = new BigDecimal("100");

    private final Set<String> symbols;
    private final Map<String, Value> claims = new LinkedHashMap<>();

    ClaimReader(final Set<String> symbols) {
        this.symbols = symbols;
    }

    Optional<Claim> read(final Section asset, final String symbol) {
        final Optional<Value> on = asset.optional(ON);
        final Optional<Value> rate = asset.optional(RATE);
        final Optional<Value> step = asset.optional(STEP);
        final long firstRate = rate.map(ClaimReader::rate).orElse(0L);
        final int stepPpm = step.map(value -> value.asPpm(1, ONE_PPM)).orElse(0);
        if (on.isEmpty()) {
            rate.ifPresent(given -> given.bad("needs " + ON + " beside it"));
            step.ifPresent(given -> given.bad("needs " + ON + " beside it"));
            return Optional.empty();
        }
        if (step.isEmpty()) {
            on.get().bad("needs " + STEP + " beside it");
        }
        asset.optional("index").ifPresent(value -> value.bad("is not for a claim, whose price is what it redeems for"));
        asset.optional("stable")
                .filter(Value::asFlag)
                .ifPresent(value -> value.bad("is not for a claim, whose price is what it redeems for"));
        claims.put(symbol, on.get());
        return Optional.of(new Claim(on.get().asReference("assets", symbols), firstRate, stepPpm));
    }

    /** Once all assets are read, null those with errors: none is a claim on a claim, or on itself. */
    void check(final Map<String, Asset> assets) {
        claims.forEach((symbol, on) -> {
            final Asset asset = assets.get(symbol);
            final String redeemed =
                    asset == null ? symbol : asset.rules().claim().orElseThrow().on();
            if (asset != null && claims.containsKey(redeemed)) {
                on.bad("is '" + redeemed + "', which is a claim itself; allowed: an asset that is none");
            }
        });
    }

    /** Whether an asset has an index price from the first command on. */
    static boolean hasIndex(final Asset asset, final Map<String, Asset> assets) {
        final Optional<Claim> claim = asset.rules().claim();
        if (claim.isEmpty()) {
            return asset.indexPrice() != 0;
        }
        final Asset redeemed = assets.get(claim.get().on());
        return claim.get().rate() != 0 && redeemed != null && redeemed.indexPrice() != 0;
    }

    private static long rate(final Value value) {
        return MarketsConfigReader.scaled(value, value.asPositiveDecimal(RATE_MAX), RATE_SCALE);
    }
}
