package io.plimsoll.client;

import io.plimsoll.sbe.CreditLineEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineClaimEncoder;
import io.plimsoll.sbe.DefineFeeScheduleEncoder;
import io.plimsoll.sbe.DefineFundingEncoder;
import io.plimsoll.sbe.DefineGroupEncoder;
import io.plimsoll.sbe.DefineHaircutsEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.FeeScheduleAssignEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.GroupTransferEncoder;
import io.plimsoll.sbe.LedgerAccount;
import io.plimsoll.sbe.LedgerMoveEncoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.SourceOrdering;
import java.util.List;

/** Writes definitions. */
final class ReferenceEncoders {
    private static final int TIERS_MAX = 16;
    private static final int HAIRCUT_TIERS_MAX = 8;
    private static final int ASCII_MIN = 0x20;
    private static final int ASCII_MAX = 0x7E;

    private final CommandSender sender;
    private final DefineSourceEncoder source = new DefineSourceEncoder();
    private final DefineAssetEncoder asset = new DefineAssetEncoder();
    private final DefineHaircutsEncoder haircuts = new DefineHaircutsEncoder();
    private final DefineClaimEncoder claim = new DefineClaimEncoder();
    private final DefineFeeScheduleEncoder feeSchedule = new DefineFeeScheduleEncoder();
    private final FeeScheduleAssignEncoder feeAssign = new FeeScheduleAssignEncoder();
    private final CreditLineEncoder creditLine = new CreditLineEncoder();
    private final LedgerMoveEncoder ledgerMove = new LedgerMoveEncoder();
    private final GroupTransferEncoder groupTransfer = new GroupTransferEncoder();
    private final DefineTierTableEncoder tierTable = new DefineTierTableEncoder();
    private final DefineInstrumentEncoder instrument = new DefineInstrumentEncoder();
    private final DefineFundingEncoder funding = new DefineFundingEncoder();
    private final DefineGroupEncoder group = new DefineGroupEncoder();
    private final DefineAccountEncoder account = new DefineAccountEncoder();

    ReferenceEncoders(final CommandSender sender) {
        this.sender = sender;
    }

    Result source(final int newSource, final Role role, final SourceOrdering ordering, final int window) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (role == null || ordering == null || role == Role.NULL_VAL || ordering == SourceOrdering.NULL_VAL) {
            return Result.INVALID;
        }
        source.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .newSource(newSource)
                .window(window)
                .role(role)
                .ordering(ordering);
        return sender.send(source.encodedLength());
    }

    Result asset(final AssetTerms terms) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (terms == null || !isSymbol(terms.symbol(), DefineAssetEncoder.symbolLength())) {
            return Result.INVALID;
        }
        asset.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(terms.asset())
                .symbol(terms.symbol())
                .scale(terms.scale())
                .haircutPpm(terms.haircutPpm())
                .initialHaircutPpm(terms.initialHaircutPpm())
                .liabilityHaircutPpm(terms.liabilityHaircutPpm())
                .stable(terms.stable() ? Flag.YES : Flag.NO);
        return sender.send(asset.encodedLength());
    }

    Result haircuts(final int id, final int liabilityPpm, final List<HaircutTier> tiers) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (tiers == null || tiers.isEmpty() || tiers.size() > HAIRCUT_TIERS_MAX) {
            return Result.INVALID;
        }
        final DefineHaircutsEncoder.TiersEncoder group = haircuts.wrapAndApplyHeader(
                        sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(id)
                .liabilityHaircutPpm(liabilityPpm)
                .tiersCount(tiers.size());
        for (final HaircutTier tier : tiers) {
            group.next()
                    .fromValue(tier.fromValue())
                    .haircutPpm(tier.haircutPpm())
                    .initialHaircutPpm(tier.initialHaircutPpm());
        }
        return sender.send(haircuts.encodedLength());
    }

    Result claim(final int id, final int underlying, final int stepPpm) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        claim.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(id)
                .underlying(underlying)
                .stepPpm(stepPpm);
        return sender.send(claim.encodedLength());
    }

    Result feeSchedule(final int schedule, final int makerPpm, final int takerPpm) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        feeSchedule
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .schedule(schedule)
                .makerPpm(makerPpm)
                .takerPpm(takerPpm);
        return sender.send(feeSchedule.encodedLength());
    }

    Result assignFees(final long ofAccount, final long ofGroup, final int schedule) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        feeAssign
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(ofAccount)
                .group(ofGroup)
                .schedule(schedule);
        return sender.send(feeAssign.encodedLength());
    }

    Result creditLine(final long ofAccount, final long amount) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        creditLine
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(ofAccount)
                .amount(amount);
        return sender.send(creditLine.encodedLength());
    }

    Result moveLedger(final int ofAsset, final LedgerAccount from, final LedgerAccount to, final long amount) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (from == null || to == null || from == LedgerAccount.NULL_VAL || to == LedgerAccount.NULL_VAL) {
            return Result.INVALID;
        }
        ledgerMove
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .amount(amount)
                .asset(ofAsset)
                .fromLedger(from)
                .toLedger(to);
        return sender.send(ledgerMove.encodedLength());
    }

    Result groupTransfer(final long fromAccount, final long toAccount, final int ofAsset, final long amount) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        groupTransfer
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .asset(ofAsset)
                .fromAccount(fromAccount)
                .toAccount(toAccount)
                .amount(amount);
        return sender.send(groupTransfer.encodedLength());
    }

    Result tierTable(final int id, final List<Tier> tiers) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (tiers == null || tiers.isEmpty() || tiers.size() > TIERS_MAX) {
            return Result.INVALID;
        }
        final DefineTierTableEncoder.TiersEncoder group = tierTable
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .tierTable(id)
                .tiersCount(tiers.size());
        for (final Tier tier : tiers) {
            group.next()
                    .fromNotional(tier.fromNotional())
                    .initialPpm(tier.initialPpm())
                    .maintenancePpm(tier.maintenancePpm());
        }
        return sender.send(tierTable.encodedLength());
    }

    Result instrument(final InstrumentTerms terms) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (terms == null
                || terms.contract() == null
                || !terms.contract().isComplete()
                || !isSymbol(terms.symbol(), DefineInstrumentEncoder.symbolLength())) {
            return Result.INVALID;
        }
        instrument
                .wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source());
        terms.encode(instrument);
        return sender.send(instrument.encodedLength());
    }

    Result funding(final FundingTerms terms) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (terms == null) {
            return Result.INVALID;
        }
        funding.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source());
        terms.encode(funding);
        return sender.send(funding.encodedLength());
    }

    Result group(final long id) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        group.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .group(id);
        return sender.send(group.encodedLength());
    }

    Result account(final long id, final long owner, final MarginMode mode) {
        final Result ready = sender.ready();
        if (ready != Result.SENT) {
            return ready;
        }
        if (mode == null || mode == MarginMode.NULL_VAL) {
            return Result.INVALID;
        }
        account.wrapAndApplyHeader(sender.buffer(), sender.offset(), sender.header())
                .sourceSequence(sender.sourceSequence())
                .source(sender.source())
                .account(id)
                .group(owner)
                .mode(mode);
        return sender.send(account.encodedLength());
    }

    private static boolean isSymbol(final String symbol, final int lengthMax) {
        return symbol != null
                && symbol.length() <= lengthMax
                && symbol.chars().allMatch(c -> c >= ASCII_MIN && c <= ASCII_MAX);
    }
}
