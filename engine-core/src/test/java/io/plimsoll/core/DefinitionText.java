package io.plimsoll.core;

import io.plimsoll.sbe.CreditLineEncoder;
import io.plimsoll.sbe.DefineAccountEncoder;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineClaimEncoder;
import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DefineFeeScheduleEncoder;
import io.plimsoll.sbe.DefineFundingEncoder;
import io.plimsoll.sbe.DefineGroupEncoder;
import io.plimsoll.sbe.DefineHaircutsEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.FeeScheduleAssignEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.GroupTransferEncoder;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.LedgerAccount;
import io.plimsoll.sbe.LedgerMoveEncoder;
import io.plimsoll.sbe.MarginMode;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.SourceOrdering;
import io.plimsoll.sbe.SurfacePartEncoder;
import java.util.Arrays;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;

/** Definitions and documents from short lines. */
final class DefinitionText extends FieldText {
    DefinitionText(final UnsafeBuffer buffer, final Map<String, String> fields) {
        super(buffer, fields);
    }

    int encode(final String name) {
        return switch (name) {
            case "DefineSource" -> defineSource();
            case "DefineAsset" -> defineAsset();
            case "DefineHaircuts" -> defineHaircuts();
            case "DefineClaim" ->
                new DefineClaimEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .asset(integer("asset"))
                        .underlying(integer("underlying"))
                        .stepPpm(integer("step"))
                        .encodedLength();
            case "DefineFeeSchedule" ->
                new DefineFeeScheduleEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .schedule(integer("schedule"))
                        .makerPpm(integer("maker"))
                        .takerPpm(integer("taker"))
                        .encodedLength();
            case "CreditLine" ->
                new CreditLineEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .amount(number("amount"))
                        .encodedLength();
            case "LedgerMove" ->
                new LedgerMoveEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .amount(number("amount"))
                        .asset(integer("asset", 1))
                        .fromLedger(LedgerAccount.valueOf(word("from", "EXTERNAL")))
                        .toLedger(LedgerAccount.valueOf(word("to", "INSURANCE")))
                        .encodedLength();
            case "GroupTransfer" ->
                new GroupTransferEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .fromAccount(number("from"))
                        .toAccount(number("to"))
                        .asset(integer("asset", 1))
                        .amount(number("amount"))
                        .encodedLength();
            case "FeeScheduleAssign" ->
                new FeeScheduleAssignEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .group(number("group"))
                        .schedule(integer("schedule"))
                        .encodedLength();
            case "DefineTierTable" -> defineTierTable();
            case "DefineInstrument" -> defineInstrument();
            case "DefineFunding" -> defineFunding();
            case "DefineDocumentPart" -> documentPart();
            case "SurfacePart" -> surfacePart();
            case "DefineGroup" ->
                new DefineGroupEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .group(number("group"))
                        .encodedLength();
            case "DefineAccount" ->
                new DefineAccountEncoder()
                        .wrapAndApplyHeader(buffer, 0, header)
                        .account(number("account"))
                        .group(number("group"))
                        .mode(MarginMode.valueOf(word("mode", "CROSS")))
                        .encodedLength();
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private int defineSource() {
        return new DefineSourceEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .newSource(integer("newSource"))
                .window(integer("window", 16))
                .role(Role.valueOf(word("role", "ADMIN")))
                .ordering(SourceOrdering.valueOf(word("ordering", "STRICT")))
                .encodedLength();
    }

    private int defineAsset() {
        return new DefineAssetEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .asset(integer("asset"))
                .symbol(word("symbol", ""))
                .scale(integer("scale"))
                .haircutPpm(integer("haircut"))
                .initialHaircutPpm(integer("initialHaircut"))
                .liabilityHaircutPpm(integer("liability"))
                .stable(Flag.valueOf(word("stable", "NO")))
                .encodedLength();
    }

    private int defineTierTable() {
        final String[] tiers = word("tiers", "").split(",");
        final DefineTierTableEncoder encoder = new DefineTierTableEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .tierTable(integer("table"));
        final DefineTierTableEncoder.TiersEncoder group = encoder.tiersCount(tiers.length);
        for (final String tier : tiers) {
            final String[] parts = tier.split(":");
            group.next()
                    .fromNotional(Long.parseLong(parts[0]))
                    .initialPpm(Integer.parseInt(parts[1]))
                    .maintenancePpm(Integer.parseInt(parts[2]));
        }
        return encoder.encodedLength();
    }

    private int defineHaircuts() {
        final String[] tiers = word("tiers", "").split(",");
        final DefineHaircutsEncoder encoder = new DefineHaircutsEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .asset(integer("asset"))
                .liabilityHaircutPpm(integer("liability"));
        final DefineHaircutsEncoder.TiersEncoder group = encoder.tiersCount(tiers.length);
        for (final String tier : tiers) {
            final String[] parts = tier.split(":");
            group.next()
                    .fromValue(Long.parseLong(parts[0]))
                    .haircutPpm(Integer.parseInt(parts[1]))
                    .initialHaircutPpm(Integer.parseInt(parts[2]));
        }
        return encoder.encodedLength();
    }

    private int defineFunding() {
        final long one = 1_000_000_000_000_000L;
        return new DefineFundingEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(integer("instrument", 1))
                .intervalNs(number("interval"))
                .periodNs(number("period"))
                .interest(number("interest"))
                .clampLower(number("clampLower"))
                .clampUpper(number("clampUpper"))
                .factor(number("factor", one))
                .rateLower(number("rateLower", -one))
                .rateUpper(number("rateUpper", one))
                .marginFactorPpm(integer("marginFactor"))
                .encodedLength();
    }

    private int documentPart() {
        final long[] words = words();
        final DefineDocumentPartEncoder encoder = new DefineDocumentPartEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .kind(DocumentKind.valueOf(word("kind", "SCENARIO_SET")))
                .document(integer("id", 1))
                .documentVersion(integer("version", 1))
                .total(integer("total", words.length))
                .firstWord(integer("first"));
        final DefineDocumentPartEncoder.WordsEncoder group = encoder.wordsCount(words.length);
        for (final long word : words) {
            group.next().word(word);
        }
        return encoder.encodedLength();
    }

    private int surfacePart() {
        final long[] words = words();
        final SurfacePartEncoder encoder = new SurfacePartEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .asset(integer("asset"))
                .documentVersion(integer("version", 1))
                .total(integer("total", words.length))
                .firstWord(integer("first"));
        final SurfacePartEncoder.WordsEncoder group = encoder.wordsCount(words.length);
        for (final long word : words) {
            group.next().word(word);
        }
        return encoder.encodedLength();
    }

    private long[] words() {
        final String words = word("words", "");
        return words.isEmpty()
                ? new long[0]
                : Arrays.stream(words.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private int defineInstrument() {
        return new DefineInstrumentEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .instrument(integer("instrument"))
                .symbol(word("symbol", ""))
                .underlying(integer("underlying"))
                .settlement(integer("settlement"))
                .tickValue(number("tickValue"))
                .priceTicksMax(number("priceTicksMax"))
                .positionLotsMax(number("positionLotsMax"))
                .tierTable(integer("tierTable", 1))
                .kind(InstrumentKind.valueOf(word("kind", "LINEAR_PERPETUAL")))
                .quote(integer("quote"))
                .priceTicksMin(Long.parseLong(word("priceTicksMin", "1")))
                .lotSize(number("lotSize"))
                .contractValue(number("contractValue"))
                .expiryNs(number("expiry"))
                .settlementWindowNs(number("window"))
                .strike(number("strike"))
                .optionSide(OptionSide.valueOf(word("side", "NONE")))
                .premiumStyle(PremiumStyle.valueOf(word("premium", "NONE")))
                .encodedLength();
    }
}
