package io.plimsoll.config.scenario;

import io.plimsoll.config.Section;
import io.plimsoll.config.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the YAML file of a scenario set. */
final class ScenarioSetReader {
    private static final int VERSION_MAX = 1_000_000;
    private static final int GRID_MAX = 1_000;
    private static final int HOURS_MAX = 240;
    private static final int DAYS_MAX = 30;
    private static final long TEN = 10 * Femto.ONE;
    private static final long HUNDREDTH = Femto.ONE / 100;
    private static final long CAP_MIN = 3 * HUNDREDTH;
    private static final long FALL_MAX = 90 * HUNDREDTH;
    private static final long LAMBDA_MAX = Femto.ONE / 1_000 * 999;
    private static final long NEARLY_ALL = 99 * HUNDREDTH;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,30}");

    private ScenarioSetReader() {}

    /** The set; it has a meaning only when nothing was reported. */
    static ScenarioSetText read(final Section root) {
        final String name = name(root.value("name"));
        final int version = root.value("version").asInt(1, VERSION_MAX);
        final String hash = hash(root.value("hash"));
        final Map<String, VolatilityRule> rules = rules(root.section("volatility-rules"));
        final Map<String, RiskClass> classes = classes(root.section("classes"), rules);
        final List<Underlying> underlyings = underlyings(root.section("underlyings"), classes);
        final List<GridScenario> grid =
                root.optionalSection("grid").map(block -> grid(block, classes)).orElse(List.of());
        final Optional<ScenarioSetText.Joint> joint =
                root.optionalSection("joint").map(ScenarioSetReader::joint);
        final Optional<ScenarioSetText.Stress> stress =
                root.optionalSection("stress").map(ScenarioSetReader::stress);
        final VolatilityFollow follow = root.optionalSection("volatility-follow")
                .map(ScenarioSetReader::follow)
                .orElse(VolatilityFollow.DEFAULT);
        if (root.reading().count() == 0 && grid.isEmpty() && joint.isEmpty() && stress.isEmpty()) {
            root.error("the set has no scenarios; allowed: at least one of grid, joint, stress");
        }
        root.close();
        return root.reading().count() > 0
                ? null
                : new ScenarioSetText(
                        name, version, hash, List.copyOf(classes.values()), underlyings, grid, joint, stress, follow);
    }

    /** Caps are above a step of the ladder, or the volatility in use would never move. */
    private static VolatilityFollow follow(final Section section) {
        final VolatilityFollow usual = VolatilityFollow.DEFAULT;
        final VolatilityFollow follow = new VolatilityFollow(
                section.optional("lambda")
                        .map(value -> value.asFemto(Femto.ONE / 2, LAMBDA_MAX))
                        .orElse(usual.lambdaFemto()),
                section.optional("rise-per-day")
                        .map(value -> value.asFemtoShare(CAP_MIN, TEN))
                        .orElse(usual.riseFemto()),
                section.optional("fall-per-day")
                        .map(value -> value.asFemtoShare(CAP_MIN, FALL_MAX))
                        .orElse(usual.fallFemto()));
        section.close();
        return follow;
    }

    private static Map<String, VolatilityRule> rules(final Section section) {
        final Map<String, VolatilityRule> rules = new LinkedHashMap<>();
        for (final String name : section.names()) {
            final Section rule = section.section(name);
            rules.put(
                    name,
                    new VolatilityRule(
                            name,
                            rule.value("range-up").asFemtoShare(0, TEN),
                            rule.value("range-down").asFemtoShare(0, Femto.ONE),
                            rule.value("short-power").asFemto(0, Femto.ONE),
                            rule.value("long-power").asFemto(0, Femto.ONE),
                            rule.value("dte-floor-days").asInt(1, DAYS_MAX),
                            rule.value("min-vol-up").asFemtoShare(0, TEN),
                            rule.value("max-vol").asFemtoShare(HUNDREDTH, 2 * TEN),
                            skew(rule.section("skew"))));
            rule.close();
            checkBounds(rule, rules.get(name));
        }
        return rules;
    }

    private static void checkBounds(final Section section, final VolatilityRule rule) {
        if (rule.minVolUpFemto() > rule.maxVolFemto()) {
            section.error("min-vol-up", section.name() + ".min-vol-up is above max-vol");
        }
    }

    private static SkewRule skew(final Section section) {
        final SkewRule skew = new SkewRule(
                skewMove(section.section("linear")),
                skewMove(section.section("absolute")),
                section.value("min-k-star").asFemto(Femto.ONE / 1_000, Femto.ONE),
                section.value("width-scale").asFemto(0, 10 * TEN),
                section.value("vol-static").asFemto(-TEN, TEN),
                section.value("vol-scale").asFemto(-TEN, TEN));
        section.close();
        return skew;
    }

    private static SkewMove skewMove(final Section section) {
        final SkewMove move = new SkewMove(
                section.value("cap").asFemto(0, Femto.ONE),
                section.value("cbase").asFemto(-Femto.ONE, Femto.ONE));
        section.close();
        return move;
    }

    /** Classes by name; null for one that has errors. */
    private static Map<String, RiskClass> classes(final Section section, final Map<String, VolatilityRule> rules) {
        final Map<String, RiskClass> classes = new LinkedHashMap<>();
        for (final String name : section.names()) {
            final Section entry = section.section(name);
            final String group = name(entry.value("group"));
            final long range = entry.value("range").asFemtoShare(HUNDREDTH / 10, NEARLY_ALL);
            final String rule = entry.value("volatility").asReference("volatility-rules", rules.keySet());
            entry.close();
            classes.put(name, new RiskClass(name, group, range, rules.get(rule)));
        }
        return classes;
    }

    private static List<Underlying> underlyings(final Section section, final Map<String, RiskClass> classes) {
        final List<Underlying> underlyings = new ArrayList<>();
        for (final String symbol : section.names()) {
            if (!NAME.matcher(symbol).matches()) {
                section.error(symbol, "the name '" + symbol + "' is not allowed; allowed: letters, digits, - and _");
            }
            final Section entry = section.section(symbol);
            final String name = entry.value("class").asReference("classes", classes.keySet());
            entry.close();
            underlyings.add(new Underlying(symbol, classes.get(name)));
        }
        return underlyings;
    }

    private static List<GridScenario> grid(final Section section, final Map<String, RiskClass> classes) {
        final List<GridScenario> scenarios = new ArrayList<>();
        for (final Section entry : section.value("scenarios").asSections(GRID_MAX)) {
            final int before = entry.reading().count();
            final GridScenario scenario = new GridScenario(
                    entry.optional("price")
                            .map(value -> value.asFemtoShare(-Femto.ONE, TEN))
                            .orElse(0L),
                    entry.optional("of")
                            .map(value -> value.asChoice(PriceUnit.class))
                            .orElse(PriceUnit.SPOT),
                    entry.value("volatility").asChoice(VolatilityMove.class),
                    entry.optional("damping")
                            .map(value -> value.asFemtoShare(0, TEN))
                            .orElse(0L),
                    entry.optional("hours")
                            .map(value -> value.asInt(0, HOURS_MAX))
                            .orElse(0));
            entry.close();
            if (entry.reading().count() == before) {
                checkMove(entry, scenario, classes);
            }
            scenarios.add(scenario);
        }
        section.close();
        return scenarios;
    }

    private static void checkMove(
            final Section entry, final GridScenario scenario, final Map<String, RiskClass> classes) {
        if (scenario.unit() == PriceUnit.SPOT && scenario.priceFemto() <= -Femto.ONE) {
            entry.error("price", entry.name() + ".price is -100 % of spot; allowed: above -100 %");
        }
        if (scenario.dampingFemto() > 0 && scenario.priceFemto() == 0) {
            entry.error("damping", entry.name() + " damps a price move of 0; allowed: a move, or no damping");
        }
        for (final RiskClass each : classes.values()) {
            if (scenario.unit() == PriceUnit.RANGE && takesAll(scenario.priceFemto(), each.rangeFemto())) {
                entry.error(
                        "price",
                        entry.name() + ".price x the range of class '" + each.name()
                                + "' is -100 % or more; allowed: above -100 %");
            }
        }
    }

    /** Whether a share of a range takes the whole price; the product does not fit a long. */
    private static boolean takesAll(final long price, final long range) {
        final BigInteger whole = BigInteger.valueOf(Femto.ONE).pow(2).negate();
        return BigInteger.valueOf(price).multiply(BigInteger.valueOf(range)).compareTo(whole) <= 0;
    }

    private static ScenarioSetText.Joint joint(final Section section) {
        final ScenarioSetText.Joint joint = new ScenarioSetText.Joint(
                file(section.value("file")),
                section.value("horizon-hours").asInt(1, HOURS_MAX),
                section.value("lambda").asFemto(Femto.ONE / 2, Femto.ONE),
                section.value("calendar").asChoice(Calendar.class));
        section.close();
        return joint;
    }

    private static ScenarioSetText.Stress stress(final Section section) {
        final ScenarioSetText.Stress stress = new ScenarioSetText.Stress(
                file(section.value("file")),
                section.value("volatility-down").asChoice(VolatilityMove.class),
                section.value("volatility-up").asChoice(VolatilityMove.class));
        section.close();
        return stress;
    }

    private static String name(final Value value) {
        return matching(value, NAME, "1 to 31 letters, digits, - and _");
    }

    private static String hash(final Value value) {
        return matching(value, SHA_256, "64 hexadecimal digits");
    }

    private static String file(final Value value) {
        return matching(value, FILE, "the name of a file in the same folder");
    }

    private static String matching(final Value value, final Pattern pattern, final String allowed) {
        final String text = value.asText();
        if (!text.isEmpty() && !pattern.matcher(text).matches()) {
            value.bad("is '" + text + "'; allowed: " + allowed);
        }
        return text;
    }
}
