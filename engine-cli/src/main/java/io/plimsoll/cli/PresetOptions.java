package io.plimsoll.cli;

import io.plimsoll.config.Nearest;
import io.plimsoll.config.Shipped;
import io.plimsoll.config.scenario.Femto;
import io.plimsoll.lab.whatif.Preset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code --model} and {@code --set}: which margin models, with which parameters. */
final class PresetOptions {
    private static final int PERCENT_DIGITS = 2;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = Names.class,
            description =
                    "Margin models, separated by commas: ${COMPLETION-CANDIDATES}. Default: that of the account; of a file"
                            + " plimsoll.")
    private List<String> models;

    @Option(
            names = "--set",
            paramLabel = "PARAM=VALUE",
            description = "Another value for a parameter of the models that have it, such as d=0.8. May be repeated.")
    private Map<String, String> parameters = Map.of();

    /** The models that there are. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(Shipped.MODELS);
        }
    }

    /** Whether a model or a parameter is asked for. */
    boolean isGiven() {
        return models != null || !parameters.isEmpty();
    }

    Preset[] read(final CommandSpec spec) {
        final List<String> names = models == null ? List.of(Shipped.MODELS.get(0)) : models;
        final List<Preset> presets = new ArrayList<>();
        final Set<String> known = new LinkedHashSet<>();
        for (final String name : names) {
            final Preset shipped = shipped(name, Map.of(), spec);
            known.addAll(shipped.model().parameters().keySet());
            presets.add(shipped(name, insteadOf(shipped, spec), spec));
        }
        for (final String parameter : parameters.keySet()) {
            if (!known.contains(parameter)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--set: no parameter '" + parameter + "' in " + String.join(", ", names) + "; there are: "
                                + String.join(", ", known) + Nearest.question(parameter, known));
            }
        }
        return presets.toArray(Preset[]::new);
    }

    private static Preset shipped(final String name, final Map<String, Long> instead, final CommandSpec spec) {
        try {
            return Preset.shipped(name, instead);
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--model: " + e.getMessage(), e);
        }
    }

    private Map<String, Long> insteadOf(final Preset preset, final CommandSpec spec) {
        final Map<String, Long> instead = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (preset.model().parameters().containsKey(name)) {
                instead.put(name, femto("--set " + name, value, spec));
            }
        });
        return instead;
    }

    /** Reads a parameter x 10^15: a number, or a share such as {@code 80%}. */
    static long femto(final String option, final String value, final CommandSpec spec) {
        final BigDecimal number = value.endsWith("%")
                ? share(option, value, spec)
                : decimal(option, value, "allowed: a number such as 0.8, or a share such as 80%", spec);
        try {
            return Femto.parse(number.toPlainString());
        } catch (final IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage(), e);
        }
    }

    /** Reads a share such as {@code -10%}; the sign may be written, and a blank before the per cent. */
    static BigDecimal share(final String option, final String text, final CommandSpec spec) {
        final String allowed = "allowed: a share such as -10%";
        if (!text.endsWith("%")) {
            throw new ParameterException(spec.commandLine(), option + " is '" + text + "'; " + allowed);
        }
        return decimal(option, text.substring(0, text.length() - 1).strip(), allowed, spec)
                .movePointLeft(PERCENT_DIGITS);
    }

    private static BigDecimal decimal(
            final String option, final String text, final String allowed, final CommandSpec spec) {
        try {
            return new BigDecimal(text);
        } catch (final NumberFormatException e) {
            throw new ParameterException(spec.commandLine(), option + " is '" + text + "'; " + allowed, e);
        }
    }
}
