package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginStatus;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.liquidation.StatusLadder;
import io.plimsoll.core.margin.MarginAssessment;
import io.plimsoll.core.margin.MarginCalculator;
import io.plimsoll.core.margin.PortfolioBooks;

/** Assesses accounts anew after something moved, and says who changed on the ladder. */
final class Remargin {
    private final EngineState state;
    private final CommandContext context;
    private final MarginCalculator calculator;
    private final PriceRule priceRule;
    private final Raises raises;
    private final MarginAssessment assessment = new MarginAssessment();

    Remargin(
            final EngineState state,
            final CommandContext context,
            final MarginCalculator calculator,
            final PriceRule priceRule,
            final Raises raises) {
        this.state = state;
        this.context = context;
        this.calculator = calculator;
        this.priceRule = priceRule;
        this.raises = raises;
    }

    void all(final Holders holders) {
        for (int i = 0; i < holders.count(); i++) {
            one(holders.at(i));
        }
    }

    /** All that have an asset, or a claim on it. */
    void holding(final Asset asset) {
        all(state.accounts().holdersOf(asset));
        for (int i = 0; i < asset.claims(); i++) {
            all(state.accounts().holdersOf(asset.claimAt(i)));
        }
    }

    /** All that rest on the index price of an asset: they have it, or are in what is about it or quoted in it; claims likewise. */
    void restingOn(final Asset asset) {
        all(state.accounts().holdersOf(asset));
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.underlying() == asset || instrument.notionalAsset() == asset) {
                all(state.accounts().holdersOf(instrument));
            }
        }
        for (int i = 0; i < asset.claims(); i++) {
            restingOn(asset.claimAt(i));
        }
    }

    /** The account, and those of its group whose tier, or concentration, depends on the same total. */
    void withGroup(final Account account, final Instrument instrument) {
        final Holders members = account.group().members();
        for (int i = 0; i < members.count(); i++) {
            final Account member = members.at(i);
            if (member == account || member.positions().lotsOf(instrument) != 0 || isRaised(member, instrument)) {
                one(member);
            }
        }
    }

    private boolean isRaised(final Account member, final Instrument instrument) {
        final PortfolioBooks books = state.risk().inUse();
        return books != null && books.of(member).isRaisedByGroup(member, instrument);
    }

    /** The account, and others of its group where tiers of their haircuts depend on what it owns. */
    void one(final Account account) {
        alone(account);
        final Group group = account.group();
        if (group.hasMovedCoins()) {
            final long moved = group.takeMovedCoins();
            for (int i = 0; i < group.members().count(); i++) {
                final Account member = group.members().at(i);
                if (member != account && member.balances().holdsAnyOf(moved)) {
                    alone(member);
                }
            }
        }
    }

    private void alone(final Account account) {
        raises.look(account);
        calculator.assess(account, assessment);
        final Parameters parameters = state.parameters();
        final MarginStatus from = account.status();
        final MarginStatus to =
                StatusLadder.next(from, assessment, parameters.marginCallPointPpm(), parameters.liquidationExitPpm());
        // A price that may not be used makes nobody worse off; once it may, all who rest on it come here again.
        if (to == from || (to.isWorseThan(from) && priceRule.isUnusableFor(account))) {
            return;
        }
        state.accounts().moveTo(account, to);
        context.events().accounts().onStatusChanged(account, from, assessment);
        if (to.isWorseThan(from)) {
            sayWhatFollows(account, from, to);
        }
    }

    private void sayWhatFollows(final Account account, final MarginStatus from, final MarginStatus to) {
        if (to.isLiquidating()) {
            if (!from.isLiquidating()) {
                context.events().accounts().onLiquidationRequested(account, state.prices(), assessment);
            }
        } else if (to == MarginStatus.MARGIN_CALL) {
            context.events().accounts().onMarginCall(account, assessment);
        } else {
            context.events().accounts().onNoNewRisk(account, assessment);
        }
    }
}
