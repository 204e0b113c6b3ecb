package io.plimsoll.lab.live;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.math.Exponential;
import io.plimsoll.core.math.VolatilityMove;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.core.risk.ScenarioBlock;
import io.plimsoll.core.risk.ScenarioSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names of the scenarios of a live set: block and number, how far the underlyings of a portfolio move, and what else happens. */
final class ScenarioNames {
    private static final int SHOWN = 3;
    private static final int PERCENT = 2;
    private static final double HOURS_PER_DAY = 24;

    private final RiskRegime regime;
    private final List<Integer> underlyings;

    ScenarioNames(final RiskRegime regime, final List<Integer> underlyings) {
        this.regime = regime;
        this.underlyings = underlyings;
    }

    String name(final int scenario) {
        final List<String> parts = new ArrayList<>(moves(scenario));
        final VolatilityMove volatility = regime.set().volatilityMove(scenario);
        if (volatility != VolatilityMove.NONE && volatility != VolatilityMove.SHARE) {
            parts.add("volatility " + volatility.name().toLowerCase(Locale.ROOT));
        }
        final int hours = regime.set().hours(scenario);
        if (hours != 0) {
            parts.add(hours + " h pass");
        }
        return place(scenario) + ": " + String.join(", ", parts);
    }

    private String place(final int scenario) {
        for (final ScenarioBlock block : regime.set().blocks()) {
            if (scenario >= block.from() && scenario < block.to()) {
                return block.name() + " " + (1 + scenario - block.from());
            }
        }
        return "scenario " + (1 + scenario);
    }

    private List<String> moves(final int scenario) {
        final List<String> moves =
                underlyings.stream().map(place -> move(place, scenario)).toList();
        if (moves.stream().distinct().count() == 1) {
            return List.of("price " + moves.get(0));
        }
        final List<String> named = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            if (i < SHOWN || moves.size() == SHOWN + 1) {
                named.add(regime.frame().underlying(underlyings.get(i)).name() + " " + moves.get(i));
            }
        }
        if (moves.size() > SHOWN + 1) {
            named.add(moves.size() - SHOWN + " others");
        }
        return named;
    }

    private String move(final int place, final int scenario) {
        final ScenarioSet set = regime.set();
        final BigDecimal move = BigDecimal.valueOf(set.move(place, scenario), Rate.SCALE);
        final BigDecimal percent = set.isResidual(scenario)
                ? residual(move.doubleValue(), regime.sigma(place), set.hours(scenario))
                : move.movePointRight(PERCENT);
        return (percent.signum() > 0 ? "+" : "")
                + (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString())
                + " %";
    }

    /** Rounded to a hundredth of a per cent. */
    private static BigDecimal residual(final double deviations, final long sigma, final int hours) {
        final double daily = sigma / (double) Rate.ONE;
        final double move = Exponential.expm1(deviations * daily * Math.sqrt(hours / HOURS_PER_DAY));
        return BigDecimal.valueOf(move).movePointRight(PERCENT).setScale(PERCENT, RoundingMode.HALF_EVEN);
    }
}
