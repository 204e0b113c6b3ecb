package io.plimsoll.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;

/**
 * What is traded and how it is margined. Made from {@code markets.yaml}; becomes the first commands of an empty journal.
 *
 * @param parameters of the engine as a whole.
 * @param assets by id.
 * @param tierTables by id.
 * @param feeSchedules by id; there may be none.
 * @param instruments by id.
 * @param portfolio what accounts in portfolio mode are margined by; empty: there is no portfolio mode.
 */
public record MarketsConfig(
        Parameters parameters,
        List<Asset> assets,
        List<TierTable> tierTables,
        List<FeeSchedule> feeSchedules,
        List<Instrument> instruments,
        Optional<Portfolio> portfolio) {
    /** Name of the file that ships with Plimsoll. */
    public static final String FILE_NAME = "markets.yaml";

    /**
     * Reads a file.
     *
     * @param file to read.
     * @return the markets.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static MarketsConfig read(final Path file) {
        return ConfigText.markets(YamlFile.read(file)).config();
    }

    /**
     * Reads a text as if it were a file.
     *
     * @param name under which errors are reported.
     * @param text YAML.
     * @return the markets.
     * @throws ConfigException with everything that is wrong in it.
     */
    public static MarketsConfig parse(final String name, final String text) {
        return ConfigText.markets(new YamlFile(name, text)).config();
    }

    /**
     * The markets that ship with Plimsoll.
     *
     * @return the markets.
     */
    public static MarketsConfig shipped() {
        return ConfigText.markets(YamlFile.shipped(FILE_NAME)).config();
    }

    /**
     * Parameters of the engine as a whole; shares in parts per million.
     *
     * @param unrealisedProfitCreditPpm share of positive unrealised profit that may be withdrawn.
     * @param marginCallPointPpm point between maintenance and initial margin below which a margin call goes out.
     * @param liquidationExitPpm multiple of maintenance margin at which liquidation is left; at least 1,000,000.
     * @param orderPriceBandPpm largest distance of a limit price from the mark.
     * @param phaseInNs over what time a raise of maintenance margin comes to count; empty: as the engine has it.
     */
    public record Parameters(
            int unrealisedProfitCreditPpm,
            int marginCallPointPpm,
            int liquidationExitPpm,
            int orderPriceBandPpm,
            OptionalLong phaseInNs) {}

    /**
     * An asset. Haircuts are in parts per million.
     *
     * @param id from 1.
     * @param symbol name, 1 to 16 letters.
     * @param scale decimals of its minor unit, 0 to 12.
     * @param haircutPpm of a positive amount.
     * @param initialHaircutPpm further haircut, counted as initial margin only.
     * @param liabilityHaircutPpm surcharge on a debt.
     * @param stable true: valued at min(1, index).
     * @param indexPrice price at the start in the margin currency per whole unit, x 10^10; 0: none yet.
     * @param rules further tiers, limits and rates.
     */
    public record Asset(
            int id,
            String symbol,
            int scale,
            int haircutPpm,
            int initialHaircutPpm,
            int liabilityHaircutPpm,
            boolean stable,
            long indexPrice,
            AssetRules rules) {}

    /**
     * What of an asset need not be given.
     *
     * @param haircutTiers above the first, which are the asset's haircuts themselves.
     * @param limits those that are given: amounts in minor units, the daily volume in millionths of the margin currency, rates x 10^15,
     *     ages in ns, shares in parts per million.
     * @param claim what makes it a claim on another asset; empty: it is none.
     */
    public record AssetRules(
            List<HaircutTier> haircutTiers, SortedMap<AssetLimit, Long> limits, Optional<Claim> claim) {
        /** Nothing is given. */
        public static final AssetRules NONE = new AssetRules(List.of(), Collections.emptySortedMap(), Optional.empty());
    }

    /**
     * What makes an asset a claim on another one.
     *
     * @param on symbol of the asset for which it redeems.
     * @param rate units of that asset for one whole unit at the start, x 10^15; 0: none yet.
     * @param stepPpm by how much of itself the rate may change at once.
     */
    public record Claim(String on, long rate, int stepPpm) {}

    /**
     * Haircuts of the part of a holding above a value.
     *
     * @param fromValue where it begins, in millionths of the margin currency.
     * @param haircutPpm of the part above, in parts per million.
     * @param initialHaircutPpm further haircut on it, counted as initial margin only.
     */
    public record HaircutTier(long fromValue, int haircutPpm, int initialHaircutPpm) {}

    /** A limit or rate of an asset, named as the parameter that sets it. */
    public enum AssetLimit {
        /** What an account may withdraw in 24 hours. */
        WITHDRAWAL_ACCOUNT_MAX,
        /** What all accounts may withdraw in 24 hours. */
        WITHDRAWAL_TOTAL_MAX,
        /** How much of what all accounts have counts for new risk. */
        COLLATERAL_CAP,
        /** What an account may owe. */
        BORROW_ACCOUNT_MAX,
        /** What all accounts may owe together. */
        BORROW_TOTAL_MAX,
        /** Interest on a debt for a year. */
        BORROW_RATE,
        /** What is traded in a day in all instruments on it. */
        DAILY_VOLUME,
        /** How old its index price may be. */
        INDEX_AGE_MAX,
        /** Share of its haircut that cross mode charges once more as far as an account is long in contracts on it. */
        WRONG_WAY_SHARE;

        /** {@return its key in the file} */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A table of margin tiers.
     *
     * @param id from 1.
     * @param name for people.
     * @param tiers ascending, the first from 0.
     */
    public record TierTable(int id, String name, List<Tier> tiers) {}

    /**
     * Marginal rates of one bracket of notional.
     *
     * @param fromNotional where it begins, in millionths of the margin currency.
     * @param initialPpm initial margin rate of the part above, in parts per million.
     * @param maintenancePpm maintenance margin rate of the part above, in parts per million.
     */
    public record Tier(long fromNotional, int initialPpm, int maintenancePpm) {}

    /**
     * What makers and takers pay of the value of a trade, in parts per million; negative: a rebate.
     *
     * @param id from 1.
     * @param name for people.
     * @param makerPpm rate of a maker.
     * @param takerPpm rate of a taker.
     */
    public record FeeSchedule(int id, String name, int makerPpm, int takerPpm) {}

    /**
     * Terms of funding: {@code rate = bound(factor x (premium + clamp(interest - premium)))}. Ratios are x 10^15.
     *
     * @param intervalNs time between two payments, which are at multiples of it since 1970; 0: funding is paid all the time.
     * @param periodNs time that a rate is for.
     * @param interest what the rate is without a premium.
     * @param clampLower least of interest less premium that counts.
     * @param clampUpper most of interest less premium that counts.
     * @param factor what the sum is multiplied by.
     * @param rateLower least rate.
     * @param rateUpper largest rate.
     * @param marginFactorPpm the rate is at most this x (initial less maintenance rate of the lowest tier), either way; 0: not bounded
     *     so.
     */
    public record Funding(
            long intervalNs,
            long periodNs,
            long interest,
            long clampLower,
            long clampUpper,
            long factor,
            long rateLower,
            long rateUpper,
            int marginFactorPpm) {}

    /**
     * A contract.
     *
     * @param id from 1.
     * @param symbol name, 1 to 16 letters.
     * @param kind contract type.
     * @param underlying id of the asset it is about.
     * @param settlement id of the asset in which profit and loss is paid; spot: the asset that pays.
     * @param tickSize smallest price step, in whole units of the settlement asset; inverse: of the quote currency.
     * @param lotSize smallest quantity, in whole units of the underlying; inverse: the contract value in the quote currency.
     * @param tickValue worth of one lot at a price of one tick, in minor units of the settlement asset, exact.
     * @param priceTicksMax largest price, in ticks.
     * @param positionLotsMax largest position of an account, in lots.
     * @param tierTable id of its margin tiers.
     * @param limits on orders, those that are given.
     * @param contract terms that depend on the kind.
     * @param funding perpetuals: terms of their funding; empty: there is none.
     */
    public record Instrument(
            int id,
            String symbol,
            Kind kind,
            int underlying,
            int settlement,
            BigDecimal tickSize,
            BigDecimal lotSize,
            long tickValue,
            long priceTicksMax,
            long positionLotsMax,
            int tierTable,
            SortedMap<InstrumentLimit, Long> limits,
            Contract contract,
            Optional<Funding> funding) {
        /** Nobody changes the limits. */
        public Instrument {
            limits = Collections.unmodifiableSortedMap(limits);
        }
    }

    /**
     * Terms that depend on the kind. What a kind does not have is 0 or NONE.
     *
     * @param quote inverse: id of the asset of the contract value; 0: the margin currency.
     * @param priceTicksMin smallest price, in ticks.
     * @param lotSize spot, options and linear futures: minor units of the underlying in one lot.
     * @param contractValue inverse: minor units of the quote asset, or millionths of the margin currency, per lot.
     * @param expiryNs futures and options: ns since 1970.
     * @param settlementWindowNs futures and options: time before the expiry whose average settles them, in ns.
     * @param strike options: price of one whole unit of the underlying, x 10^10.
     * @param side options: call or put.
     * @param style options: when the premium is paid.
     */
    public record Contract(
            int quote,
            long priceTicksMin,
            long lotSize,
            long contractValue,
            long expiryNs,
            long settlementWindowNs,
            long strike,
            Side side,
            Style style) {}

    /**
     * What accounts in portfolio mode are margined by. Each is the name of one that ships with Plimsoll, or the path of a file
     * that ends in {@code .yaml}.
     *
     * @param scenarios the scenario set.
     * @param model the margin model of new accounts, id 1.
     * @param models further margin models, by id.
     */
    public record Portfolio(String scenarios, String model, List<FurtherModel> models) {
        /** Keeps the models as they are. */
        public Portfolio {
            models = List.copyOf(models);
        }
    }

    /**
     * A margin model that accounts may be given besides the first.
     *
     * @param id from 2 to 8.
     * @param model as {@link Portfolio#model}.
     */
    public record FurtherModel(int id, String model) {}

    /** Contract type. */
    public enum Kind {
        /** Two assets change hands at once. */
        SPOT,
        /** Perpetual whose profit and loss is paid in the settlement asset and linear in price. */
        LINEAR_PERPETUAL,
        /** Perpetual whose lots are worth a fixed amount of the quote currency and settle in the coin. */
        INVERSE_PERPETUAL,
        /** As LINEAR_PERPETUAL, with an expiry. */
        LINEAR_FUTURE,
        /** As INVERSE_PERPETUAL, with an expiry. */
        INVERSE_FUTURE,
        /** European option, settled in any asset. */
        OPTION;

        /** {@return whether a lot has a value in the quote currency, and profit is in coin} */
        public boolean isInverse() {
            return this == INVERSE_PERPETUAL || this == INVERSE_FUTURE;
        }

        boolean isPerpetual() {
            return this == LINEAR_PERPETUAL || this == INVERSE_PERPETUAL;
        }

        boolean isDated() {
            return this == LINEAR_FUTURE || this == INVERSE_FUTURE || this == OPTION;
        }

        /** {@return whether it is an option} */
        public boolean isOption() {
            return this == OPTION;
        }

        boolean hasLotSizeInUnderlying() {
            return this == SPOT || this == OPTION || this == LINEAR_FUTURE;
        }

        boolean mayHaveNegativePrices() {
            return this == LINEAR_PERPETUAL || this == LINEAR_FUTURE;
        }
    }

    /** What an option is a right to. */
    public enum Side {
        /** Not an option. */
        NONE,
        /** Pays what the underlying is above the strike. */
        CALL,
        /** Pays what the underlying is below the strike. */
        PUT
    }

    /** When an option's premium is paid. */
    public enum Style {
        /** Not an option. */
        NONE,
        /** At the trade. */
        PREMIUM,
        /** Never as such: the position gains and loses like a future. */
        FUTURES
    }
}
