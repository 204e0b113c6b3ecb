package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.account.Group;
import io.plimsoll.core.account.Holders;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.Instrument;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.Registry;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.core.instrument.TierTable;

/** Commands that define reference data. */
final class Definitions {
    private final EngineState state;
    private final CommandContext context;
    private final Remargin remargin;
    private final RiskWork work;
    private final Raises raises;
    private final TermsCheck termsCheck;

    Definitions(
            final EngineState state,
            final CommandContext context,
            final Remargin remargin,
            final RiskWork work,
            final Raises raises) {
        this.state = state;
        this.context = context;
        this.remargin = remargin;
        this.work = work;
        this.raises = raises;
        this.termsCheck = new TermsCheck(state, context);
    }

    RejectReason source(final int id, final int window, final Role role, final SourceOrdering ordering) {
        final RejectReason reason = checkId(state.sources(), id);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (window < 1 || window > Source.WINDOW_MAX) {
            return context.reject(RejectReason.VALUE_OUT_OF_RANGE, Source.WINDOW_MAX);
        }
        if (role == Role.HOST) {
            return RejectReason.NOT_ALLOWED;
        }
        // The command is valid from here on: state is written only below this line.
        state.sources().add(id, new Source(id, role, ordering, window, state.hash()));
        context.events().onDefined(Definition.SOURCE, id);
        return RejectReason.NONE;
    }

    RejectReason asset(
            final int id, final Symbol symbol, final int scale, final boolean stable, final Haircuts haircuts) {
        final RejectReason reason = checkId(state.assets(), id);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (!Symbol.isValid(symbol.first(), symbol.second())) {
            return RejectReason.BAD_SYMBOL;
        }
        if (scale < 0 || scale > Asset.SCALE_MAX) {
            return context.reject(RejectReason.SCALE_OUT_OF_RANGE, Asset.SCALE_MAX);
        }
        if (!haircuts.hasValidRates()) {
            return RejectReason.RATE_OUT_OF_RANGE;
        }
        // The command is valid from here on: state is written only below this line.
        final Asset asset = new Asset(id, state.assets().count(), symbol, scale, stable, haircuts);
        state.assets().add(id, asset);
        state.hash().replace(0, asset.hash());
        state.risk().define(asset);
        context.events().onDefined(Definition.ASSET, id);
        return RejectReason.NONE;
    }

    /** Replaces all haircuts of an asset; then all who hold it are margined anew. */
    RejectReason haircuts(final int id, final Haircuts haircuts) {
        final Asset asset = state.assets().get(id);
        if (asset == null) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (!haircuts.hasValidRates()) {
            return RejectReason.RATE_OUT_OF_RANGE;
        }
        if (!haircuts.isAscending()) {
            return RejectReason.TIERS_NOT_ASCENDING;
        }
        // The command is valid from here on: state is written only below this line.
        final long before = asset.hash();
        asset.haircuts().copyFrom(haircuts);
        state.hash().replace(before, asset.hash());
        context.events().onDefined(Definition.HAIRCUTS, id);
        work.hasChanged(asset);
        remargin.all(state.accounts().holdersOf(asset));
        return RejectReason.NONE;
    }

    /** Defines a table, or replaces its tiers; then all who hold an instrument that uses it are margined anew. */
    RejectReason tierTable(final int id, final TierTable tiers) {
        final TierTable known = state.tierTables().get(id);
        if (known == null) {
            final RejectReason reason = checkId(state.tierTables(), id);
            if (reason != RejectReason.NONE) {
                return reason;
            }
        }
        if (!tiers.isValid()) {
            return RejectReason.TIERS_NOT_ASCENDING;
        }
        // The command is valid from here on: state is written only below this line.
        final TierTable table =
                known == null ? new TierTable(id, state.tierTables().count()) : known;
        final long before = known == null ? 0 : known.hash();
        final Holders under = state.accounts().all().under(table);
        final long[] figures = raises.before(under);
        table.copyFrom(tiers);
        if (known == null) {
            state.tierTables().add(id, table);
        }
        state.hash().replace(before, table.hash());
        context.events().onDefined(Definition.TIER_TABLE, id);
        raises.after(under, figures);
        for (int i = 0; i < state.instruments().count(); i++) {
            final Instrument instrument = state.instruments().at(i);
            if (instrument.tiers() == table) {
                remargin.all(state.accounts().holdersOf(instrument));
            }
        }
        return RejectReason.NONE;
    }

    RejectReason instrument(final InstrumentTerms terms) {
        RejectReason reason = checkId(state.instruments(), terms.id());
        if (reason == RejectReason.NONE) {
            reason = termsCheck.check(terms);
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        // The command is valid from here on: state is written only below this line.
        final Instrument instrument = new Instrument(
                terms,
                state.instruments().count(),
                state.assets().get(terms.settlement()),
                state.assets().get(terms.underlying()),
                state.assets().get(terms.contract().quote()),
                state.tierTables().get(terms.tierTable()));
        state.instruments().add(terms.id(), instrument);
        state.hash().replace(0, instrument.hash());
        state.risk().define(instrument);
        state.settlement().define(instrument, context.timeNs());
        work.isListed(instrument);
        context.events().onDefined(Definition.INSTRUMENT, terms.id());
        return RejectReason.NONE;
    }

    RejectReason group(final long id) {
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (state.accounts().group(id) != null) {
            return RejectReason.ALREADY_DEFINED;
        }
        if (state.accounts().isFullOfGroups()) {
            return context.reject(RejectReason.LIMIT_REACHED, state.limits().groups());
        }
        // The command is valid from here on: state is written only below this line.
        state.accounts().defineGroup(id);
        context.events().onDefined(Definition.GROUP, id);
        return RejectReason.NONE;
    }

    RejectReason account(final long id, final long groupId, final MarginMode mode) {
        final Group group = state.accounts().group(groupId);
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (state.accounts().account(id) != null) {
            return RejectReason.ALREADY_DEFINED;
        }
        if (group == null || groupId == Account.ERROR_ACCOUNT) {
            return RejectReason.UNKNOWN_GROUP;
        }
        if (mode == null) {
            return RejectReason.UNSUPPORTED_MODE;
        }
        final RejectReason room = checkRoom(state, context, group);
        if (room != RejectReason.NONE) {
            return room;
        }
        // The command is valid from here on: state is written only below this line.
        state.accounts().defineAccount(id, group, mode);
        context.events().onDefined(Definition.ACCOUNT, id);
        return RejectReason.NONE;
    }

    /** Whether there is room for one more account of a group. */
    static RejectReason checkRoom(final EngineState state, final CommandContext context, final Group group) {
        if (state.accounts().isFull()) {
            return context.reject(RejectReason.LIMIT_REACHED, state.limits().accounts());
        }
        return group.members().count() == Group.ACCOUNTS_MAX
                ? context.reject(RejectReason.LIMIT_REACHED, Group.ACCOUNTS_MAX)
                : RejectReason.NONE;
    }

    private RejectReason checkId(final Registry<?> registry, final int id) {
        if (id < 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        if (registry.get(id) != null) {
            return RejectReason.ALREADY_DEFINED;
        }
        return registry.isFull() ? context.reject(RejectReason.LIMIT_REACHED, registry.capacity()) : RejectReason.NONE;
    }
}
