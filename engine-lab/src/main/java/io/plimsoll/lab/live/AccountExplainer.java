package io.plimsoll.lab.live;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.engine.EngineState;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.liquidation.StatusLadder;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginLook;
import io.plimsoll.core.margin.model.ChargeRun;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskRegime;
import io.plimsoll.lab.whatif.Explanation;
import io.plimsoll.lab.whatif.Sensitivities;
import io.plimsoll.lab.whatif.TailRisk;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks on while the engine assesses an account, and gives names to what it sees. Nothing is computed a second time. */
public final class AccountExplainer implements MarginLook {
    private final EngineState state;
    private final Account account;
    private final List<AssetEquity> assets = new ArrayList<>();
    private final List<HeldPosition> positions = new ArrayList<>();
    private final Map<Asset, BigDecimal> options = new HashMap<>();
    private final Map<String, BigDecimal> wrongWay = new LinkedHashMap<>();
    private Optional<Explanation> ofModel = Optional.empty();
    private Optional<String> model = Optional.empty();
    private Optional<TailRisk> tail = Optional.empty();
    private List<Sensitivities> greeks = List.of();

    private AccountExplainer(final EngineState state, final Account account) {
        this.state = state;
        this.account = account;
    }

    /**
     * Explains an account as it is; the engine's state does not change.
     *
     * @param engine that has it.
     * @param account the account.
     * @return the explanation.
     */
    public static AccountExplanation of(final MarginEngine engine, final Account account) {
        final AccountExplainer explainer = new AccountExplainer(engine.state(), account);
        engine.explain(account, explainer);
        final MarginAssessment assessment = new MarginAssessment();
        engine.assess(account, assessment);
        return explainer.explanation(
                assessment, assessment.collateralInitialMargin() + engine.positionAndOrderMargin(account));
    }

    private AccountExplanation explanation(final MarginAssessment assessment, final long withOrders) {
        return new AccountExplanation(
                account.id(),
                account.mode(),
                account.status(),
                model,
                LiveNames.money(assessment.marginEquity()),
                LiveNames.money(assessment.netAssetValue()),
                LiveNames.money(assessment.initialMargin()),
                LiveNames.money(withOrders),
                LiveNames.money(assessment.maintenanceMargin()),
                LiveNames.money(assessment.creditLine()),
                LiveNames.money(assessment.excludedOptionValue()),
                assets,
                positions,
                ladder(assessment),
                LiveNames.money(StatusLadder.exit(
                        assessment.maintenanceMargin(), state.parameters().liquidationExitPpm())),
                new AccountTree(positions, assets, wrongWay, ofModel, assessment).explanation(),
                tail,
                greeks);
    }

    private List<Rung> ladder(final MarginAssessment assessment) {
        final List<Rung> ladder = new ArrayList<>();
        for (final MarginStatus status : MarginStatus.values()) {
            if (status != MarginStatus.NORMAL) {
                final long below = StatusLadder.threshold(
                        status, assessment, state.parameters().marginCallPointPpm());
                final long has =
                        status == MarginStatus.BANKRUPT ? assessment.netAssetValue() : assessment.marginEquity();
                ladder.add(new Rung(status, LiveNames.money(below), LiveNames.money(has - below)));
            }
        }
        return ladder;
    }

    @Override
    public void position(
            final Instrument instrument,
            final long lots,
            final long notional,
            final long initial,
            final long maintenance,
            final boolean isByTiers) {
        final boolean isAlone = account.group().members().count() == 1;
        positions.add(new HeldPosition(
                instrument.terms().symbol().toString(),
                lots,
                LiveNames.money(notional),
                isAlone ? 1 + instrument.tiers().tierOf(notional) : 0,
                LiveNames.money(initial),
                LiveNames.money(maintenance),
                isByTiers));
    }

    @Override
    public void options(final Asset asset, final long value) {
        options.put(asset, LiveNames.money(value));
    }

    @Override
    public void asset(
            final Asset asset,
            final long balance,
            final long unrealised,
            final long value,
            final long haircut,
            final long initial) {
        assets.add(new AssetEquity(
                asset.symbol().toString(),
                BigDecimal.valueOf(balance, asset.scale()),
                BigDecimal.valueOf(unrealised, asset.scale()),
                LiveNames.money(value),
                LiveNames.money(haircut),
                options.getOrDefault(asset, BigDecimal.ZERO),
                LiveNames.money(initial)));
    }

    @Override
    public void wrongWay(final Asset asset, final long value) {
        wrongWay.put(asset.symbol().toString(), LiveNames.money(value));
    }

    @Override
    public void at(final ChargeRun run, final AmountTree tree, final Holdings holdings) {
        final RiskRegime regime = state.risk().inUse().regime();
        final MarginModel margin = state.risk().inUse().of(account).model();
        final LiveBook book = new LiveBook(state, regime, holdings);
        model = Optional.of(margin.name() + " v" + margin.version() + ", scenarios "
                + regime.set().name() + " v" + regime.set().version());
        ofModel = Optional.of(Explanation.of(tree, margin, book));
        if (book.joint().count() > 0) {
            tail = Optional.of(TailRisk.of(book));
        }
        greeks = Sensitivities.of(book);
    }
}
