package io.plimsoll.core.engine;

import io.plimsoll.core.account.Account;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.margin.model.ModelWords;
import io.plimsoll.core.math.SurfaceCheck;
import io.plimsoll.core.math.SurfaceSlice;
import io.plimsoll.core.risk.ScenarioSet;

/** Takes scenario sets, margin models and surfaces in, part by part; reads them when they are whole. */
final class Documents {
    private static final int SET_WORDS_MAX = 1 << 21;
    private static final int MODEL_WORDS_MAX = 1 << 14;
    private static final int SURFACE_WORDS_MAX = 8 + 2 * SurfaceSlice.POINTS_MAX;

    private final EngineState state;
    private final CommandContext context;
    private final RiskWork work;

    Documents(final EngineState state, final CommandContext context, final RiskWork work) {
        this.state = state;
        this.context = context;
        this.work = work;
    }

    RejectReason part(
            final DocumentKind kind,
            final int id,
            final int version,
            final int total,
            final int offset,
            final Words words) {
        RejectReason reason = check(kind, id, version, total);
        if (reason == RejectReason.NONE) {
            reason = checkPlace(state.risk().parts(kind).expected(id, version, total), total, offset, words.count());
        }
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (offset + words.count() < total) {
            // The command is valid from here on: state is written only below this line.
            state.risk().parts(kind).add(id, version, total, offset, words);
            return RejectReason.NONE;
        }
        final Words whole = state.risk().parts(kind).with(words, offset);
        try {
            return switch (kind) {
                case SCENARIO_SET -> set(version, whole);
                case MARGIN_MODEL -> model(id, version, whole);
                case SURFACE -> surface(state.assets().get(id), version, whole);
            };
        } catch (final IllegalArgumentException e) {
            return context.reject(RejectReason.BAD_DOCUMENT, whole.position());
        }
    }

    private RejectReason check(final DocumentKind kind, final int id, final int version, final int total) {
        final int most =
                switch (kind) {
                    case SCENARIO_SET -> SET_WORDS_MAX;
                    case MARGIN_MODEL -> MODEL_WORDS_MAX;
                    case SURFACE -> SURFACE_WORDS_MAX;
                };
        if (total < 1 || total > most) {
            return context.reject(RejectReason.LIMIT_REACHED, most);
        }
        if (kind == DocumentKind.SURFACE) {
            return state.assets().get(id) == null ? RejectReason.UNKNOWN_ASSET : RejectReason.NONE;
        }
        if (kind == DocumentKind.MARGIN_MODEL ? !ModelTable.isId(id) : id != 1) {
            return RejectReason.ID_OUT_OF_RANGE;
        }
        final int inForce = kind == DocumentKind.MARGIN_MODEL ? state.risk().modelVersion(id) : setVersion();
        return version > inForce ? RejectReason.NONE : context.reject(RejectReason.VERSION_NOT_NEWER, inForce);
    }

    private int setVersion() {
        return state.risk().set() == null ? 0 : state.risk().set().version();
    }

    private RejectReason checkPlace(final int expected, final int total, final int offset, final int count) {
        if (offset != 0 && offset != expected) {
            return context.reject(RejectReason.PART_OUT_OF_ORDER, expected);
        }
        return count < 1 || count > total - offset
                ? context.reject(RejectReason.BAD_DOCUMENT, total)
                : RejectReason.NONE;
    }

    private RejectReason set(final int version, final Words whole) {
        final ScenarioSet set = ScenarioSet.read(whole);
        if (set.version() != version) {
            return context.reject(RejectReason.BAD_DOCUMENT, 0);
        }
        final int misfit = state.risk().models().misfit(set.blocks());
        if (isFirstModelOf(set) && misfit != ModelTable.NONE) {
            return context.reject(RejectReason.OTHER_MODEL_NOT_OF_SET, misfit);
        }
        // The command is valid from here on: state is written only below this line.
        state.risk().parts(DocumentKind.SCENARIO_SET).clear();
        state.risk().set(set);
        context.events().onDocumentInForce(DocumentKind.SCENARIO_SET, 1, version, set.hash());
        beginIfModelsFit();
        return RejectReason.NONE;
    }

    private boolean isFirstModelOf(final ScenarioSet set) {
        return state.risk().models().fits(Account.FIRST_MODEL, set.blocks());
    }

    /** A set with other blocks than the first model's waits for a model of its own; what is in use goes on until then. */
    private void beginIfModelsFit() {
        if (isFirstModelOf(state.risk().set())) {
            work.begin();
        }
    }

    private RejectReason model(final int id, final int version, final Words whole) {
        final ScenarioSet set = state.risk().set();
        if (set == null) {
            return RejectReason.MODEL_NOT_OF_SET;
        }
        if (ModelWords.read(whole, set.blocks()).version() != version) {
            return context.reject(RejectReason.BAD_DOCUMENT, 0);
        }
        final int misfit = state.risk().models().misfit(set.blocks());
        if (id == Account.FIRST_MODEL && misfit != ModelTable.NONE) {
            return context.reject(RejectReason.OTHER_MODEL_NOT_OF_SET, misfit);
        }
        // The command is valid from here on: state is written only below this line.
        state.risk().parts(DocumentKind.MARGIN_MODEL).clear();
        state.risk().models().load(id, whole, version);
        context.events().onDocumentInForce(DocumentKind.MARGIN_MODEL, id, version, whole.hash());
        beginIfModelsFit();
        return RejectReason.NONE;
    }

    /** The first word is the expiry; what follows is the slice. */
    private RejectReason surface(final Asset asset, final int version, final Words whole) {
        whole.rewind();
        final long expiryNs = whole.read();
        if (expiryNs <= context.timeNs()) {
            return context.reject(RejectReason.EXPIRY_OUT_OF_RANGE, context.timeNs());
        }
        final SurfaceSlice slice = SurfaceSlice.read(whole);
        if (whole.rest() != 0) {
            return context.reject(RejectReason.BAD_DOCUMENT, whole.position());
        }
        final SurfaceCheck.Fault fault = state.risk().surfaces().fault(asset, expiryNs, slice);
        if (fault != SurfaceCheck.Fault.NONE) {
            return context.reject(RejectReason.ARBITRAGE, fault.code());
        }
        if (!state.risk().surfaces().hasRoomFor(asset, expiryNs)) {
            return RejectReason.LIMIT_REACHED;
        }
        // The command is valid from here on: state is written only below this line.
        state.risk().parts(DocumentKind.SURFACE).clear();
        state.risk().surfaces().put(asset, expiryNs, slice, whole.hash(), context.timeNs());
        context.events().onDocumentInForce(DocumentKind.SURFACE, asset.id(), version, whole.hash());
        work.isDue(asset);
        return RejectReason.NONE;
    }
}
