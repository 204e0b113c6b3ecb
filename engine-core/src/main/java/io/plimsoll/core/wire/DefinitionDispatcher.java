package io.plimsoll.core.wire;

import io.plimsoll.core.account.LedgerAccount;
import io.plimsoll.core.account.MarginMode;
import io.plimsoll.core.engine.EngineFault;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.engine.RejectReason;
import io.plimsoll.core.engine.Role;
import io.plimsoll.core.engine.SourceOrdering;
import io.plimsoll.core.instrument.ContractTerms;
import io.plimsoll.core.instrument.Expiry;
import io.plimsoll.core.instrument.Haircuts;
import io.plimsoll.core.instrument.InstrumentKind;
import io.plimsoll.core.instrument.InstrumentTerms;
import io.plimsoll.core.instrument.OptionSide;
import io.plimsoll.core.instrument.OptionTerms;
import io.plimsoll.core.instrument.PremiumStyle;
import io.plimsoll.core.instrument.Symbol;
import io.plimsoll.core.instrument.TierTable;
import io.plimsoll.sbe.CreditLineDecoder;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.DefineAssetDecoder;
import io.plimsoll.sbe.DefineFeeScheduleDecoder;
import io.plimsoll.sbe.DefineGroupDecoder;
import io.plimsoll.sbe.DefineHaircutsDecoder;
import io.plimsoll.sbe.DefineInstrumentDecoder;
import io.plimsoll.sbe.DefineSourceDecoder;
import io.plimsoll.sbe.DefineTierTableDecoder;
import io.plimsoll.sbe.FeeScheduleAssignDecoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.GroupTransferDecoder;
import io.plimsoll.sbe.LedgerMoveDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/** Decodes the commands that define reference data. They may allocate: what they define stays. */
final class DefinitionDispatcher {
    private final MarginEngine engine;
    private final DefineSourceDecoder source = new DefineSourceDecoder();
    private final DefineAssetDecoder asset = new DefineAssetDecoder();
    private final DefineTierTableDecoder tierTable = new DefineTierTableDecoder();
    private final DefineInstrumentDecoder instrument = new DefineInstrumentDecoder();
    private final DefineGroupDecoder group = new DefineGroupDecoder();
    private final DefineAccountDecoder account = new DefineAccountDecoder();
    private final DefineHaircutsDecoder haircuts = new DefineHaircutsDecoder();
    private final DefineFeeScheduleDecoder fees = new DefineFeeScheduleDecoder();
    private final FeeScheduleAssignDecoder feeAssign = new FeeScheduleAssignDecoder();
    private final CreditLineDecoder creditLine = new CreditLineDecoder();
    private final LedgerMoveDecoder ledgerMove = new LedgerMoveDecoder();
    private final GroupTransferDecoder transfer = new GroupTransferDecoder();
    private final Haircuts tiersOfHaircuts = new Haircuts();
    private final TierTable tiers = new TierTable(0, 0);

    DefinitionDispatcher(final MarginEngine engine) {
        this.engine = engine;
    }

    RejectReason apply(
            final int template, final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        return switch (template) {
            case DefineSourceDecoder.TEMPLATE_ID -> onSource(frame, offset, header);
            case DefineAssetDecoder.TEMPLATE_ID -> onAsset(frame, offset, header);
            case DefineHaircutsDecoder.TEMPLATE_ID -> onHaircuts(frame, offset, header);
            case DefineFeeScheduleDecoder.TEMPLATE_ID -> {
                fees.wrapAndApplyHeader(frame, offset, header);
                yield engine.fees().onDefineFeeSchedule(fees.schedule(), fees.makerPpm(), fees.takerPpm());
            }
            case CreditLineDecoder.TEMPLATE_ID -> {
                creditLine.wrapAndApplyHeader(frame, offset, header);
                yield engine.house().onCreditLine(creditLine.account(), creditLine.amount());
            }
            case LedgerMoveDecoder.TEMPLATE_ID -> {
                ledgerMove.wrapAndApplyHeader(frame, offset, header);
                yield engine.house()
                        .onLedgerMove(
                                ledgerMove.asset(),
                                LedgerAccount.at(ledgerMove.fromLedgerRaw()),
                                LedgerAccount.at(ledgerMove.toLedgerRaw()),
                                ledgerMove.amount());
            }
            case GroupTransferDecoder.TEMPLATE_ID -> {
                transfer.wrapAndApplyHeader(frame, offset, header);
                yield engine.money()
                        .onGroupTransfer(
                                transfer.fromAccount(), transfer.toAccount(), transfer.asset(), transfer.amount());
            }
            case FeeScheduleAssignDecoder.TEMPLATE_ID -> {
                feeAssign.wrapAndApplyHeader(frame, offset, header);
                yield engine.fees().onAssign(feeAssign.account(), feeAssign.group(), feeAssign.schedule());
            }
            case DefineTierTableDecoder.TEMPLATE_ID -> onTierTable(frame, offset, header);
            case DefineInstrumentDecoder.TEMPLATE_ID -> onInstrument(frame, offset, header);
            case DefineGroupDecoder.TEMPLATE_ID -> onGroup(frame, offset, header);
            case DefineAccountDecoder.TEMPLATE_ID -> onAccount(frame, offset, header);
            default -> throw new EngineFault("message " + template + " is not a command and should not have come here");
        };
    }

    private RejectReason onSource(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        source.wrapAndApplyHeader(frame, offset, header);
        final Role role =
                switch (source.role()) {
                    case ADMIN -> Role.ADMIN;
                    case MATCHING -> Role.MATCHING;
                    case PRICES -> Role.PRICES;
                    case LEDGER -> Role.LEDGER;
                    case HOST, NULL_VAL -> Role.HOST;
                };
        final SourceOrdering ordering = source.ordering() == io.plimsoll.sbe.SourceOrdering.MONOTONE
                ? SourceOrdering.MONOTONE
                : SourceOrdering.STRICT;
        return engine.onDefineSource(source.newSource(), source.window(), role, ordering);
    }

    private RejectReason onAsset(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        asset.wrapAndApplyHeader(frame, offset, header);
        final Symbol symbol = symbol(frame, asset.offset() + DefineAssetDecoder.symbolEncodingOffset());
        final Haircuts haircuts =
                new Haircuts(asset.haircutPpm(), asset.initialHaircutPpm(), asset.liabilityHaircutPpm());
        return engine.onDefineAsset(asset.asset(), symbol, asset.scale(), asset.stable() == Flag.YES, haircuts);
    }

    private RejectReason onHaircuts(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        haircuts.wrapAndApplyHeader(frame, offset, header);
        tiersOfHaircuts.clear(haircuts.liabilityHaircutPpm());
        for (final DefineHaircutsDecoder.TiersDecoder tier : haircuts.tiers()) {
            tiersOfHaircuts.add(tier.fromValue(), tier.haircutPpm(), tier.initialHaircutPpm());
        }
        return engine.onDefineHaircuts(haircuts.asset(), tiersOfHaircuts);
    }

    private RejectReason onTierTable(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        tierTable.wrapAndApplyHeader(frame, offset, header);
        tiers.clear();
        for (final DefineTierTableDecoder.TiersDecoder tier : tierTable.tiers()) {
            tiers.add(tier.fromNotional(), tier.initialPpm(), tier.maintenancePpm());
        }
        return engine.onDefineTierTable(tierTable.tierTable(), tiers);
    }

    private RejectReason onInstrument(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        instrument.wrapAndApplyHeader(frame, offset, header);
        final InstrumentKind kind = InstrumentKind.of(instrument.kindRaw());
        if (kind == null) {
            return RejectReason.UNSUPPORTED_KIND;
        }
        return engine.onDefineInstrument(new InstrumentTerms(
                instrument.instrument(),
                symbol(frame, instrument.offset() + DefineInstrumentDecoder.symbolEncodingOffset()),
                instrument.underlying(),
                instrument.settlement(),
                instrument.tickValue(),
                instrument.priceTicksMax(),
                instrument.positionLotsMax(),
                instrument.tierTable(),
                contract(kind)));
    }

    private ContractTerms contract(final InstrumentKind kind) {
        return new ContractTerms(
                kind,
                instrument.quote(),
                instrument.priceTicksMin(),
                instrument.lotSize(),
                instrument.contractValue(),
                new Expiry(instrument.expiryNs(), instrument.settlementWindowNs()),
                new OptionTerms(
                        OptionSide.of(instrument.optionSideRaw()),
                        instrument.strike(),
                        PremiumStyle.of(instrument.premiumStyleRaw())));
    }

    private RejectReason onGroup(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        group.wrapAndApplyHeader(frame, offset, header);
        return engine.onDefineGroup(group.group());
    }

    private RejectReason onAccount(final DirectBuffer frame, final int offset, final MessageHeaderDecoder header) {
        account.wrapAndApplyHeader(frame, offset, header);
        return engine.onDefineAccount(account.account(), account.group(), mode(account.mode()));
    }

    private static Symbol symbol(final DirectBuffer frame, final int offset) {
        return new Symbol(
                frame.getLong(offset, ByteOrder.LITTLE_ENDIAN), frame.getLong(offset + 8, ByteOrder.LITTLE_ENDIAN));
    }

    /** How a requirement is formed; null for a pocket's mode, which no other account may have. */
    static MarginMode mode(final io.plimsoll.sbe.MarginMode mode) {
        return switch (mode) {
            case CROSS -> MarginMode.CROSS;
            case PORTFOLIO -> MarginMode.PORTFOLIO;
            default -> null;
        };
    }
}
