package io.plimsoll.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads {@code markets.yaml}. */
final class MarketsConfigReader {
    private static final int ONE_PPM = 1_000_000;
    private static final int SCALE_MAX = 12;
    private static final int TIERS_MAX = 16;
    private static final int ID_MAX = 65_536;
    private static final int USD_SCALE = 6;
    private static final long PHASE_IN_MAX_NS = 30L * 24 * 3_600 * 1_000_000_000;
    private static final int INDEX_SCALE = 10;
    private static final BigDecimal INDEX_MAX = new BigDecimal("100000000");
    private static final BigDecimal NOTIONAL_MAX = new BigDecimal("1000000000000");
    private static final String FILE_END = ".yaml";
    private static final Pattern MODEL_ID = Pattern.compile("[2-8]");
    private static final Pattern SYMBOL = Pattern.compile("[!-~]{1,16}");

    private MarketsConfigReader() {}

    /** The markets; they have a meaning only when nothing was reported. */
    static MarketsConfig read(final Section root) {
        final MarketsConfig.Parameters parameters = parameters(root.section("parameters"));
        final Map<String, MarketsConfig.Asset> assets = assets(root.section("assets"));
        final Map<String, MarketsConfig.TierTable> tables = tierTables(root.section("tiers"));
        final List<MarketsConfig.FeeSchedule> fees = FeeReader.read(root.optionalSection("fees"));
        final Map<String, MarketsConfig.Funding> fundings = FundingReader.read(root.optionalSection("funding"));
        final List<MarketsConfig.Instrument> instruments =
                instruments(root.section("instruments"), new InstrumentReader(assets, tables, fundings));
        final Optional<MarketsConfig.Portfolio> portfolio =
                root.optionalSection("portfolio").map(MarketsConfigReader::portfolio);
        root.close();
        if (root.reading().count() > 0) {
            return new MarketsConfig(parameters, List.of(), List.of(), List.of(), List.of(), portfolio);
        }
        instruments.sort(Comparator.comparingInt(MarketsConfig.Instrument::id));
        return new MarketsConfig(
                parameters,
                assets.values().stream()
                        .sorted(Comparator.comparingInt(MarketsConfig.Asset::id))
                        .toList(),
                tables.values().stream()
                        .sorted(Comparator.comparingInt(MarketsConfig.TierTable::id))
                        .toList(),
                fees,
                List.copyOf(instruments),
                portfolio);
    }

    private static MarketsConfig.Portfolio portfolio(final Section section) {
        final MarketsConfig.Portfolio portfolio = new MarketsConfig.Portfolio(
                document(section.value("scenarios"), Shipped.SCENARIO_SETS),
                document(section.value("model"), Shipped.MODELS),
                section.optionalSection("models")
                        .map(MarketsConfigReader::models)
                        .orElse(List.of()));
        section.close();
        return portfolio;
    }

    private static List<MarketsConfig.FurtherModel> models(final Section section) {
        final List<MarketsConfig.FurtherModel> models = new ArrayList<>();
        for (final String id : section.names()) {
            final String model = document(section.value(id), Shipped.MODELS);
            if (MODEL_ID.matcher(id).matches()) {
                models.add(new MarketsConfig.FurtherModel(Integer.parseInt(id), model));
            } else {
                section.error(section.name() + " has a model '" + id
                        + "'; allowed: ids from 2 to 8, for 1 is the model of new accounts");
            }
        }
        models.sort(Comparator.comparingInt(MarketsConfig.FurtherModel::id));
        return models;
    }

    private static String document(final Value value, final List<String> shipped) {
        final String text = value.asText();
        if (!text.isEmpty() && !text.endsWith(FILE_END) && !shipped.contains(text)) {
            value.bad("is '" + text + "'; allowed: " + String.join(", ", shipped) + ", or a file that ends in "
                    + FILE_END + Nearest.question(text, shipped));
        }
        return text;
    }

    private static MarketsConfig.Parameters parameters(final Section section) {
        final MarketsConfig.Parameters parameters = new MarketsConfig.Parameters(
                section.value("unrealised-profit-credit").asPpm(0, ONE_PPM),
                section.value("margin-call-point").asPpm(0, ONE_PPM),
                section.value("liquidation-exit").asPpm(ONE_PPM, ONE_PPM + ONE_PPM / 2),
                section.value("order-price-band").asPpm(0, ONE_PPM),
                section.optional("phase-in")
                        .map(value -> OptionalLong.of(value.asNanos(0, PHASE_IN_MAX_NS)))
                        .orElse(OptionalLong.empty()));
        section.close();
        return parameters;
    }

    /** Assets by symbol; null for one that has errors, so that nothing is derived from it. */
    private static Map<String, MarketsConfig.Asset> assets(final Section section) {
        final Map<String, MarketsConfig.Asset> assets = new LinkedHashMap<>();
        final UniqueIds ids = new UniqueIds(ID_MAX);
        final ClaimReader claims = new ClaimReader(section.names());
        for (final String symbol : section.names()) {
            checkSymbol(section, symbol);
            final int before = section.reading().count();
            final Section asset = section.section(symbol);
            final int id = ids.take(asset, symbol);
            final int decimals = asset.value("decimals").asInt(0, SCALE_MAX);
            final int haircut = asset.value("haircut").asPpm(0, ONE_PPM);
            final int initialHaircut = asset.value("initial-haircut").asPpm(0, ONE_PPM);
            final MarketsConfig.Asset read = new MarketsConfig.Asset(
                    id,
                    symbol,
                    decimals,
                    haircut,
                    initialHaircut,
                    asset.value("liability-haircut").asPpm(0, ONE_PPM),
                    asset.optional("stable").map(Value::asFlag).orElse(false),
                    asset.optional("index").map(MarketsConfigReader::indexPrice).orElse(0L),
                    AssetRulesReader.read(asset, decimals, haircut, initialHaircut, claims.read(asset, symbol)));
            asset.close();
            checkHaircuts(asset, read);
            assets.put(symbol, section.reading().count() == before ? read : null);
        }
        claims.check(assets);
        return assets;
    }

    private static long indexPrice(final Value value) {
        return scaled(value, value.asPositiveDecimal(INDEX_MAX), INDEX_SCALE);
    }

    private static void checkHaircuts(final Section section, final MarketsConfig.Asset asset) {
        if (asset.haircutPpm() > ONE_PPM - asset.initialHaircutPpm()) {
            section.error("haircut", section.name() + ": haircut and initial-haircut are more than 100 % together");
        }
    }

    private static Map<String, MarketsConfig.TierTable> tierTables(final Section section) {
        final Map<String, MarketsConfig.TierTable> tables = new TreeMap<>();
        final UniqueIds ids = new UniqueIds(ID_MAX);
        for (final String name : section.names()) {
            final Section table = section.section(name);
            tables.put(name, new MarketsConfig.TierTable(ids.take(table, name), name, tiers(table)));
            table.close();
        }
        return tables;
    }

    private static List<MarketsConfig.Tier> tiers(final Section table) {
        final List<MarketsConfig.Tier> tiers = new ArrayList<>();
        for (final Section entry : table.value("rates").asSections(TIERS_MAX)) {
            final int before = entry.reading().count();
            final MarketsConfig.Tier tier = new MarketsConfig.Tier(
                    notional(entry.value("from")),
                    entry.value("initial").asPpm(1, ONE_PPM),
                    entry.value("maintenance").asPpm(1, ONE_PPM));
            entry.close();
            if (entry.reading().count() == before) {
                checkOrder(entry, tiers.isEmpty() ? null : tiers.get(tiers.size() - 1), tier);
            }
            tiers.add(tier);
        }
        return List.copyOf(tiers);
    }

    private static long notional(final Value value) {
        return scaled(value, value.asDecimal(BigDecimal.ZERO, NOTIONAL_MAX), USD_SCALE);
    }

    static long scaled(final Value value, final BigDecimal number, final int scale) {
        final BigDecimal steps = number.movePointRight(scale).stripTrailingZeros();
        if (steps.scale() > 0) {
            final String step = BigDecimal.ONE.movePointLeft(scale).toPlainString();
            value.bad("is " + number.toPlainString() + ", finer than the smallest step, " + step);
            return 0;
        }
        return steps.longValueExact();
    }

    private static void checkOrder(
            final Section entry, final MarketsConfig.Tier previous, final MarketsConfig.Tier tier) {
        if (previous == null && tier.fromNotional() != 0) {
            entry.error(entry.name() + " is the first tier; allowed: from 0");
        } else if (previous != null && tier.fromNotional() <= previous.fromNotional()) {
            entry.error(entry.name() + " must begin above the tier before it");
        } else if (previous != null
                && (tier.initialPpm() < previous.initialPpm() || tier.maintenancePpm() < previous.maintenancePpm())) {
            entry.error(entry.name() + " has lower rates than the tier before it; rates must not fall");
        } else if (tier.maintenancePpm() > tier.initialPpm()) {
            entry.error(entry.name() + " has maintenance above initial; allowed: at most initial, "
                    + Units.percentText(tier.initialPpm()));
        }
    }

    private static List<MarketsConfig.Instrument> instruments(final Section section, final InstrumentReader reader) {
        final List<MarketsConfig.Instrument> instruments = new ArrayList<>();
        final UniqueIds ids = new UniqueIds(ID_MAX);
        for (final String symbol : section.names()) {
            checkSymbol(section, symbol);
            final Section entry = section.section(symbol);
            instruments.add(reader.read(entry, ids.take(entry, symbol), symbol));
            entry.close();
        }
        return instruments;
    }

    private static void checkSymbol(final Section section, final String symbol) {
        if (!SYMBOL.matcher(symbol).matches()) {
            section.error(
                    symbol,
                    "the name '" + symbol + "' in " + section.name()
                            + " is not allowed; allowed: 1 to 16 printable ASCII letters without spaces");
        }
    }
}
