package io.plimsoll.core.engine;

import io.plimsoll.core.instrument.Asset;
import io.plimsoll.core.instrument.ContractLimits;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Expiry;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.OptionSide;
import io.plimsoll.core.instrument.OptionTerms;
import io.plimsoll.core.instrument.PremiumStyle;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.core.market.PriceBook;

/**
 * Whether an instrument may be defined: what it names is known and has a price, its terms are those of its kind, and amounts
 * fit.
 */
final class TermsCheck {
    private static final int NO_FIELD = 0;
    private static final int SETTLEMENT = 6;
    private static final int QUOTE = 12;
    private static final int PRICE_TICKS_MIN = 13;
    private static final int LOT_SIZE = 14;
    private static final int CONTRACT_VALUE = 15;
    private static final int EXPIRY = 16;
    private static final int SETTLEMENT_WINDOW = 17;
    private static final int STRIKE = 18;
    private static final int OPTION_SIDE = 19;
    private static final int PREMIUM_STYLE = 20;

    private final EngineState state;
    private final CommandContext context;

    TermsCheck(final EngineState state, final CommandContext context) {
        this.state = state;
        this.context = context;
    }

    RejectReason check(final InstrumentTerms terms) {
        if (!Symbol.isValid(terms.symbol().first(), terms.symbol().second())) {
            return RejectReason.BAD_SYMBOL;
        }
        final RejectReason reason = checkNames(terms);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        final int field = fieldNotOfKind(terms);
        if (field != NO_FIELD) {
            return context.reject(RejectReason.TERM_NOT_OF_KIND, field);
        }
        final ContractTerms contract = terms.contract();
        if (contract.kind().isDated() && contract.expiry().timeNs() <= context.timeNs()) {
            return context.reject(RejectReason.EXPIRY_OUT_OF_RANGE, context.timeNs());
        }
        return ContractLimits.fit(terms) ? RejectReason.NONE : RejectReason.TICK_VALUE_OUT_OF_RANGE;
    }

    private RejectReason checkNames(final InstrumentTerms terms) {
        final Asset settlement = state.assets().get(terms.settlement());
        final Asset underlying = state.assets().get(terms.underlying());
        final int quoteId = terms.contract().quote();
        final Asset quote = state.assets().get(quoteId);
        if (settlement == null || underlying == null || (quote == null && quoteId != 0)) {
            return RejectReason.UNKNOWN_ASSET;
        }
        if (settlement.claim() != null) {
            return context.reject(
                    RejectReason.PRICED_BY_REDEMPTION,
                    settlement.claim().underlying().id());
        }
        final boolean option = terms.contract().kind() == InstrumentKind.OPTION;
        if (hasNoPrice(settlement) || (option && hasNoPrice(underlying)) || (quote != null && hasNoPrice(quote))) {
            return RejectReason.NO_INDEX_PRICE;
        }
        return state.tierTables().get(terms.tierTable()) == null ? RejectReason.UNKNOWN_TIER_TABLE : RejectReason.NONE;
    }

    private boolean hasNoPrice(final Asset asset) {
        return state.prices().indexPrice(asset) == 0;
    }

    /** Id of the first field of DefineInstrument that does not go with the kind. */
    private static int fieldNotOfKind(final InstrumentTerms terms) {
        final ContractTerms contract = terms.contract();
        final InstrumentKind kind = contract.kind();
        final boolean sameAsset = terms.settlement() == terms.underlying();
        if (kind == InstrumentKind.SPOT ? sameAsset : kind.isInverse() && !sameAsset) {
            return SETTLEMENT;
        }
        if (contract.quote() != 0 && !kind.isInverse()) {
            return QUOTE;
        }
        if (!isPriceTicksMin(kind, contract.priceTicksMin(), terms.priceTicksMax())) {
            return PRICE_TICKS_MIN;
        }
        final boolean mayHaveLotSize = kind == InstrumentKind.LINEAR_FUTURE && contract.lotSize() > 0;
        if (isNotAsNeeded(contract.lotSize(), kind.hasLotSize() || mayHaveLotSize)) {
            return LOT_SIZE;
        }
        if (isNotAsNeeded(contract.contractValue(), kind.isInverse())) {
            return CONTRACT_VALUE;
        }
        final int field = expiryField(contract.expiry(), kind.isDated());
        return field == NO_FIELD ? optionField(contract.option(), kind == InstrumentKind.OPTION) : field;
    }

    /** A figure that the kind needs must be positive; one that it does not have must be 0. */
    private static boolean isNotAsNeeded(final long figure, final boolean needed) {
        return needed ? figure < 1 : figure != 0;
    }

    private static boolean isPriceTicksMin(final InstrumentKind kind, final long min, final long max) {
        if (kind.mayHaveNegativePrices()) {
            return min >= -Math.max(0, max);
        }
        return min >= (kind == InstrumentKind.OPTION ? 0 : 1);
    }

    private static int expiryField(final Expiry expiry, final boolean needed) {
        if (isNotAsNeeded(expiry.timeNs(), needed)) {
            return EXPIRY;
        }
        return isNotAsNeeded(expiry.settlementWindowNs(), needed)
                        || expiry.settlementWindowNs() > Expiry.SETTLEMENT_WINDOW_MAX_NS
                ? SETTLEMENT_WINDOW
                : NO_FIELD;
    }

    private static int optionField(final OptionTerms option, final boolean needed) {
        if (isNotAsNeeded(option.strike(), needed) || option.strike() > PriceBook.INDEX_PRICE_MAX) {
            return STRIKE;
        }
        if ((option.side() != OptionSide.NONE) != needed) {
            return OPTION_SIDE;
        }
        return (option.style() != PremiumStyle.NONE) == needed ? NO_FIELD : PREMIUM_STYLE;
    }
}
