package io.plimsoll.lab.scenario;

import io.plimsoll.config.YamlFile;
import io.plimsoll.config.scenario.Calendar;
import io.plimsoll.config.scenario.JointBlock;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts of a set's files. */
final class SetText {
    private static final int DIGITS = 6;
    private static final String NO_HASH = "0".repeat(64);

    private final SetTerms terms;
    private final boolean hasStress;
    private final Map<String, String> files = new LinkedHashMap<>();

    /** Writes all texts. */
    SetText(final SetTerms terms, final List<JointDay> days, final StressTable stress) {
        this.terms = terms;
        final Map<String, String> csv = new LinkedHashMap<>();
        csv.put(terms.name() + "-joint.csv", joint(days));
        hasStress = !stress.events().isEmpty();
        if (hasStress) {
            csv.put(terms.name() + "-stress.csv", stress(stress));
        }
        final String yaml = terms.name() + ".yaml";
        final ScenarioSet set =
                ScenarioSetFile.unhashed(new YamlFile(yaml, yaml(NO_HASH)), name -> new YamlFile(name, csv.get(name)));
        files.put(yaml, yaml(set.hash()));
        files.putAll(csv);
    }

    /** Texts by name; the YAML file is the first. */
    Map<String, String> files() {
        return files;
    }

    private String yaml(final String hash) {
        final StringBuilder text = new StringBuilder("""
                # yaml-language-server: $schema=../scenario-set.schema.json
                # A scenario set: the moves under which portfolios are valued. Percentages and decimals are exact.
                """);
        terms.origin().forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("name: ").append(terms.name()).append('\n');
        text.append("version: ").append(terms.version()).append('\n');
        text.append("# SHA-256 of the content, without comments; checked when the set is read.\n");
        text.append("hash: ").append(hash).append("\n\n");
        text.append(SetParameters.RULES_AND_CLASSES);
        text.append("\nunderlyings:\n");
        terms.symbols().forEach(symbol -> text.append("  ")
                .append(symbol)
                .append(": { class: ")
                .append(Classes.of(symbol))
                .append(" }\n"));
        text.append(SetParameters.grid());
        text.append("\n# Everything moves together: standardised residuals, a row a day.\njoint:\n  file: ")
                .append(terms.name())
                .append("-joint.csv\n  horizon-hours: 24\n  lambda: ")
                .append(terms.lambda().stripTrailingZeros().toPlainString())
                .append("\n  calendar: ")
                .append(terms.calendar() == Calendar.EVERY_DAY ? "every-day" : "weekdays")
                .append('\n');
        if (hasStress) {
            text.append(
                            "\n# Named stress: in each event all underlyings fall to their trough; then all rebound.\nstress:\n  file: ")
                    .append(terms.name())
                    .append("-stress.csv\n  volatility-down: up\n  volatility-up: none\n");
        }
        return text.toString();
    }

    private String joint(final List<JointDay> days) {
        final StringBuilder text =
                head("Joint scenarios. z: log return over the sigma of the day before. vol: log change"
                        + " of implied volatility. basis: change of the basis of dated futures per year.");
        final List<Boolean> hasBasis = hasBasis(days);
        final List<String> columns = new ArrayList<>(List.of("date", "weight"));
        for (int u = 0; u < hasBasis.size(); u++) {
            final String symbol = terms.symbols().get(u);
            columns.addAll(List.of(symbol + ".z", symbol + ".vol"));
            if (hasBasis.get(u)) {
                columns.add(symbol + ".basis");
            }
        }
        text.append(String.join(",", columns)).append('\n');
        final int weight = JointBlock.WEIGHT_TOTAL / days.size();
        final int larger = JointBlock.WEIGHT_TOTAL % days.size();
        for (int i = 0; i < days.size(); i++) {
            text.append(days.get(i).date()).append(',');
            text.append(i >= days.size() - larger ? weight + 1 : weight);
            for (int u = 0; u < terms.symbols().size(); u++) {
                text.append(',').append(fixed(days.get(i).z().get(u)));
                text.append(',').append(fixed(days.get(i).volatility().get(u)));
                if (hasBasis.get(u)) {
                    text.append(',').append(fixed(days.get(i).basis().get(u)));
                }
            }
            text.append('\n');
        }
        return text.toString();
    }

    private List<Boolean> hasBasis(final List<JointDay> days) {
        final List<Boolean> has = new ArrayList<>();
        for (int u = 0; u < terms.symbols().size(); u++) {
            final int column = u;
            has.add(days.stream().anyMatch(day -> day.basis().get(column) != 0));
        }
        return has;
    }

    private String stress(final StressTable stress) {
        final StringBuilder text =
                head("Named stress. down: the worst move within 24 h, a share of the price before. up: the"
                        + " largest move from the trough within 24 h.");
        text.append("# source: intraday (bars), closes (worst day and the day after), class (no price of that time: the"
                + " worst of its class, else of all), rounded (whole per cents).\n");
        text.append("event,date,underlying,down,up,source\n");
        for (final NamedEvent event : stress.events()) {
            for (final String symbol : terms.symbols()) {
                final Move move = stress.of(event, symbol);
                final List<String> fields = List.of(
                        event.id(),
                        event.date().toString(),
                        symbol,
                        fixed(move.down()),
                        fixed(move.up()),
                        move.source().name().toLowerCase(Locale.ROOT));
                text.append(String.join(",", fields)).append('\n');
            }
        }
        return text.toString();
    }

    private StringBuilder head(final String first) {
        final StringBuilder text = new StringBuilder("# ").append(first).append('\n');
        terms.origin().forEach(line -> text.append("# ").append(line).append('\n'));
        return text;
    }

    private static String fixed(final double value) {
        return new BigDecimal(value).setScale(DIGITS, RoundingMode.HALF_EVEN).toPlainString();
    }
}
