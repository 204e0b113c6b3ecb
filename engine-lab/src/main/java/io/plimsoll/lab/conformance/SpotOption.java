package io.plimsoll.lab.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.core.math.BlackGreeks;
import io.plimsoll.core.math.Exponential;
import java.util.Optional;

/**
 * An option on a spot price S with a dividend yield q. The engine prices it on the forward {@code F = S exp((r - q) t)}; what is
 * asked for by spot follows from that by the chain rule, with {@code dF/dS = F / S}, {@code dF/dr = t F}, {@code dF/dq = -t F},
 * and {@code -(r - q) F} as time passes.
 */
final class SpotOption {
    private static final double DAYS_PER_YEAR = 365;

    private final BlackGreeks greeks = new BlackGreeks();
    private final double spot;
    private final double forward;
    private final double years;
    private final double carry;

    SpotOption(
            final boolean call,
            final double spot,
            final double strike,
            final double rate,
            final double yield,
            final double years,
            final double volatility) {
        this.spot = spot;
        this.years = years;
        this.carry = rate - yield;
        this.forward = spot * Exponential.exp(carry * years);
        greeks.evaluate(call, forward, strike, volatility, years, rate);
    }

    static SpotOption of(final JsonNode inputs, final boolean call) {
        return new SpotOption(
                call,
                Fields.real(inputs, "spot"),
                Fields.real(inputs, "strike"),
                Fields.real(inputs, "r"),
                Fields.real(inputs, "q", 0),
                Fields.real(inputs, "t"),
                Fields.real(inputs, "vol"));
    }

    /** A quantity by the name it has in case files. */
    Optional<Double> quantity(final String name) {
        return switch (name) {
            case "value", "price" -> Optional.of(greeks.price());
            case "delta" -> Optional.of(delta());
            case "gamma" -> Optional.of(gamma());
            case "vega" -> Optional.of(greeks.vega());
            case "theta" -> Optional.of(theta());
            case "theta_per_day" -> Optional.of(theta() / DAYS_PER_YEAR);
            case "rho" -> Optional.of(greeks.rho() + years * greeks.delta() * forward);
            case "dividend_rho" -> Optional.of(-years * greeks.delta() * forward);
            case "elasticity" -> Optional.of(delta() * spot / greeks.price());
            default -> Optional.empty();
        };
    }

    private double delta() {
        return greeks.delta() * (forward / spot);
    }

    private double gamma() {
        final double slope = forward / spot;
        return greeks.gamma() * slope * slope;
    }

    private double theta() {
        return greeks.theta() - carry * forward * greeks.delta();
    }
}
