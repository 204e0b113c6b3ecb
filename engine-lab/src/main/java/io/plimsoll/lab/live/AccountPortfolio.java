package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Balances;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.account.Positions;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.RiskKind;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.lab.whatif.InstrumentName;
import io.plimsoll.lab.whatif.Market;
import io.plimsoll.lab.whatif.MarketException;
import io.plimsoll.lab.whatif.Portfolio;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Position;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.UnderlyingMarket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An account of an engine and the market it is in, in the terms of what-if. Coins that scenarios move are positions, with the
 * profit of what settles in them; all other assets are cash, worth what they count in equity. What has no row is left out and
 * its value is cash; {@link #notes} say so.
 */
public final class AccountPortfolio {
    private static final int QUANTITY_SCALE = 8;

    private final EngineState state;
    private final Account account;
    private final RiskRegime regime;
    private final LiveMarket live;
    private final Market market;
    private final AccountExplanation explanation;
    private final List<Position> positions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<Asset, BigDecimal> carried = new HashMap<>();
    private BigDecimal cash = BigDecimal.ZERO;

    private AccountPortfolio(final MarginEngine engine, final Account account) {
        this.state = engine.state();
        this.account = account;
        this.regime = regime(state);
        this.live = new LiveMarket(state, regime);
        this.market = live.market();
        this.explanation = AccountExplainer.of(engine, account);
        if (account.mode() == MarginMode.CROSS) {
            notes.add("account " + account.id() + " is in cross mode; this is what it would need in portfolio mode");
        }
        addPositions(account.positions());
        addAssets();
    }

    /**
     * Reads an account; the engine's state does not change.
     *
     * @param engine that has it.
     * @param account in any mode.
     * @return the account.
     * @throws MarketException when the engine has no volatilities to move its prices with.
     */
    public static AccountPortfolio of(final MarginEngine engine, final Account account) {
        return new AccountPortfolio(engine, account);
    }

    /** The rows at work. */
    static RiskRegime regime(final EngineState state) {
        if (state.risk().set() == null) {
            throw new MarketException(
                    "the journal has no scenario set, so no volatilities; 'portfolio' in the markets file names one");
        }
        if (state.risk().inUse() == null) {
            throw new MarketException("the rows of the first scenario set are not made yet; a later --at-seq has them");
        }
        return state.risk().inUse().regime();
    }

    /** {@return market and portfolio} */
    public PortfolioBook book() {
        return new PortfolioBook(market, new Portfolio(cash, positions).beside(others()));
    }

    private List<List<Position>> others() {
        final Holders members = account.group().members();
        return IntStream.range(0, members.count())
                .mapToObj(members::at)
                .filter(member -> member != account)
                .map(this::held)
                .toList();
    }

    /** Contracts and options, in whatever mode the account is, and coins but for those of pockets, whose haircuts are nobody's. */
    private List<Position> held(final Account other) {
        final List<Position> held = new ArrayList<>();
        final Positions of = other.positions();
        for (int i = 0; i < of.count(); i++) {
            final Instrument instrument = of.instrumentAt(i);
            if (!isLeftOut(instrument)) {
                final InstrumentName name = nameOf(instrument);
                addOf(held, name, quantity(instrument, name, of.lotsAt(i)));
            }
        }
        final Balances balances = other.balances();
        for (int i = 0; i < balances.count() && !other.isPocket(); i++) {
            final Asset asset = balances.assetAt(i);
            if (balances.amountAt(i) > 0 && (live.isPriced(asset) || live.isClaim(asset))) {
                final BigDecimal owned = BigDecimal.valueOf(balances.amountAt(i), asset.scale());
                addOf(held, coin(asset.symbol().toString()), owned.setScale(QUANTITY_SCALE, RoundingMode.DOWN));
            }
        }
        return held;
    }

    private static void addOf(final List<Position> held, final InstrumentName name, final BigDecimal quantity) {
        if (quantity.signum() != 0) {
            held.add(new Position(name, quantity, Optional.empty(), true));
        }
    }

    private static InstrumentName coin(final String symbol) {
        return new InstrumentName(RiskKind.COIN, symbol, Optional.empty(), Optional.empty());
    }

    /** {@return what is not as in the engine, in whole sentences without a full stop} */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * The model that the engine margins the account by, as it is loaded there; in cross mode the one that it would have.
     *
     * @return the model; empty where its scenario set does not ship with Plimsoll.
     */
    public Optional<Preset> model() {
        return LoadedModel.of(state.risk().inUse(), account);
    }

    /**
     * Says whether the engine margins the account by another model.
     *
     * @param asked the models that are asked.
     * @return a note; empty when the account's own is among them.
     */
    public Optional<String> differentModel(final Preset... asked) {
        final MarginModel own = state.risk().inUse().of(account).model();
        if (Stream.of(asked).anyMatch(each -> each.name().equals(own.name()))) {
            return Optional.empty();
        }
        return Optional.of("account " + account.id() + " has margin model " + account.model() + ", " + own.name() + " v"
                + own.version() + "; this asks "
                + Stream.of(asked).map(Preset::name).collect(Collectors.joining(", ")));
    }

    /**
     * Says whether the engine margins by other scenarios.
     *
     * @param name of a scenario set.
     * @param version of it.
     * @return a note; empty when it is the engine's own.
     */
    public Optional<String> differentSet(final String name, final int version) {
        final String own = regime.set().name() + " v" + regime.set().version();
        final String other = name + " v" + version;
        return own.equals(other)
                ? Optional.empty()
                : Optional.of("the engine margins by scenarios " + own + ", this by " + other);
    }

    private void addPositions(final Positions of) {
        for (int i = 0; i < of.count(); i++) {
            final Instrument instrument = of.instrumentAt(i);
            final long lots = of.lotsAt(i);
            final long value = instrument.value(lots, state.prices().markTicks(instrument));
            final BigDecimal profit = BigDecimal.valueOf(
                    instrument.isPremiumStyle() ? value : value - of.entryCostAt(i),
                    instrument.settlement().scale());
            if (isLeftOut(instrument)) {
                leaveOut(
                        explanation.positions().get(i),
                        instrument.isExpiredAt(state.timeNs()) ? "it has expired" : "it has no row in the scenarios");
                if (instrument.isPremiumStyle()) {
                    cash = cash.add(profit.multiply(live.worth(instrument.settlement())));
                }
            } else {
                add(instrument, lots, profit);
            }
        }
    }

    private boolean isLeftOut(final Instrument instrument) {
        return regime.row(instrument) == null || instrument.isExpiredAt(state.timeNs());
    }

    private void leaveOut(final HeldPosition position, final String why) {
        final String margins = position.isByTiers()
                ? "; by its schedule it needs "
                        + position.initial().stripTrailingZeros().toPlainString() + " initial and "
                        + position.maintenance().stripTrailingZeros().toPlainString() + " maintenance margin"
                : "";
        notes.add(AccountTree.label(position) + " is left out: " + why + margins);
    }

    private void add(final Instrument instrument, final long lots, final BigDecimal profit) {
        final InstrumentName name = nameOf(instrument);
        final BigDecimal quantity = quantity(instrument, name, lots);
        final boolean isPremium = instrument.isPremiumStyle();
        final Position now =
                new Position(name, quantity, Optional.empty(), !name.kind().isOption() || isPremium);
        if (isPremium || live.isPriced(instrument.settlement())) {
            positions.add(now);
            return;
        }
        final BigDecimal gained = profit.multiply(live.worth(instrument.settlement()));
        carried.merge(instrument.settlement(), gained, BigDecimal::add);
        positions.add(now.enteredAt(now.price(market).subtract(gained.divide(quantity, MathContext.DECIMAL64))));
    }

    private BigDecimal quantity(final Instrument instrument, final InstrumentName name, final long lots) {
        if (instrument.kind() == InstrumentKind.OPTION) {
            return BigDecimal.valueOf(
                            instrument.terms().contract().lotSize(),
                            instrument.underlying().scale())
                    .multiply(BigDecimal.valueOf(lots));
        }
        final UnderlyingMarket underlying = market.underlying(name.underlying());
        final double price = name.kind() == RiskKind.FUTURE
                ? underlying.expiry(name.expiry().orElseThrow()).future()
                : underlying.perpetual();
        return live.lotWorth(instrument)
                .multiply(BigDecimal.valueOf(lots))
                .divide(BigDecimal.valueOf(price), QUANTITY_SCALE, RoundingMode.HALF_EVEN);
    }

    private InstrumentName nameOf(final Instrument instrument) {
        final String underlying = instrument.underlying().symbol().toString();
        return switch (instrument.kind()) {
            case OPTION ->
                new InstrumentName(
                        instrument.isCall() ? RiskKind.CALL : RiskKind.PUT,
                        underlying,
                        Optional.of(LiveNames.expiry(instrument)),
                        Optional.of(new BigDecimal(LiveNames.strike(instrument))));
            case LINEAR_FUTURE, INVERSE_FUTURE ->
                new InstrumentName(
                        RiskKind.FUTURE, underlying, Optional.of(LiveNames.expiry(instrument)), Optional.empty());
            default -> new InstrumentName(RiskKind.PERPETUAL, underlying, Optional.empty(), Optional.empty());
        };
    }

    private void addAssets() {
        for (final AssetEquity each : explanation.assets()) {
            final Asset asset = assetOf(each.asset());
            if (live.isPriced(asset) || live.isClaim(asset)) {
                addCoin(each);
            } else {
                cash = cash.add(each.value())
                        .subtract(each.haircut())
                        .subtract(carried.getOrDefault(asset, BigDecimal.ZERO));
                note(each, asset);
            }
        }
    }

    private Asset assetOf(final String symbol) {
        for (int i = 0; i < state.assets().count(); i++) {
            if (state.assets().at(i).symbol().toString().equals(symbol)) {
                return state.assets().at(i);
            }
        }
        throw new IllegalArgumentException("no asset " + symbol);
    }

    private void addCoin(final AssetEquity coin) {
        final BigDecimal quantity =
                coin.balance().add(coin.unrealised()).setScale(QUANTITY_SCALE, RoundingMode.HALF_EVEN);
        if (quantity.signum() != 0) {
            positions.add(new Position(coin(coin.asset()), quantity, Optional.empty(), true));
        }
    }

    private void note(final AssetEquity of, final Asset asset) {
        final boolean moves = regime.coins().of(asset) >= 0;
        if (moves || of.haircut().signum() != 0 || of.initial().signum() != 0) {
            notes.add(of.asset()
                    + (moves
                            ? " moves with " + asset.claim().underlying().symbol() + " in the engine; here"
                            : " is no underlying of the scenarios:")
                    + " it counts as cash after its haircut of "
                    + of.haircut().stripTrailingZeros().toPlainString() + ", without its initial haircut of "
                    + of.initial().stripTrailingZeros().toPlainString());
        }
    }
}
