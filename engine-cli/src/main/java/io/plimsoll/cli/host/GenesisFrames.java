package io.plimsoll.cli.host;

import io.plimsoll.config.EngineConfig;
import io.plimsoll.config.InstrumentLimit;
import io.plimsoll.config.MarketsConfig;
import io.plimsoll.core.fixed.Words;
import io.plimsoll.core.wire.CommandFrames;
import io.plimsoll.core.wire.FrameCheck;
import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineClaimEncoder;
import io.plimsoll.sbe.DefineDocumentPartEncoder;
import io.plimsoll.sbe.DefineFeeScheduleEncoder;
import io.plimsoll.sbe.DefineFundingEncoder;
import io.plimsoll.sbe.DefineHaircutsEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.DocumentKind;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.OptionSide;
import io.plimsoll.sbe.ParameterChangeEncoder;
import io.plimsoll.sbe.ParameterId;
import io.plimsoll.sbe.PremiumStyle;
import io.plimsoll.sbe.RedemptionRateEncoder;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.SourceOrdering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.agrona.concurrent.UnsafeBuffer;

/** Turns configuration into the first commands of a journal. The host gives them their source and number. */
public final class GenesisFrames {
    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[CommandFrames.COMMAND_LENGTH_MAX]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final List<byte[]> frames = new ArrayList<>();

    private GenesisFrames() {}

    /**
     * The commands that define sources and nothing else.
     *
     * @param sources who may send what.
     * @return frames in their order.
     */
    public static List<byte[]> of(final List<EngineConfig.Source> sources) {
        final GenesisFrames genesis = new GenesisFrames();
        sources.forEach(genesis::source);
        return genesis.frames;
    }

    /**
     * The commands that define sources and markets, each after what it names.
     *
     * @param sources who may send what.
     * @param markets what is traded.
     * @return frames in their order.
     * @throws io.plimsoll.config.ConfigException what portfolio margin needs cannot be read.
     */
    public static List<byte[]> of(final List<EngineConfig.Source> sources, final MarketsConfig markets) {
        final GenesisFrames genesis = new GenesisFrames();
        genesis.parameters(markets.parameters());
        sources.forEach(genesis::source);
        markets.assets().forEach(genesis::asset);
        genesis.claims(markets.assets());
        markets.tierTables().forEach(genesis::tierTable);
        markets.feeSchedules().forEach(genesis::feeSchedule);
        markets.instruments().forEach(genesis::instrument);
        markets.portfolio().ifPresent(genesis::portfolio);
        return genesis.frames;
    }

    /**
     * The command that marks an instrument.
     *
     * @param instrument id of it.
     * @param ticks a price of it.
     * @return its frame.
     */
    static byte[] mark(final int instrument, final long ticks) {
        final GenesisFrames genesis = new GenesisFrames();
        final MarkPriceEncoder encoder = new MarkPriceEncoder().wrapAndApplyHeader(genesis.buffer, 0, genesis.header);
        encoder.sourceSequence(0).source(0).instrument(instrument).price(ticks);
        genesis.add(encoder.encodedLength());
        return genesis.frames.get(0);
    }

    private void parameters(final MarketsConfig.Parameters parameters) {
        parameter(ParameterId.UNREALISED_PROFIT_CREDIT_PPM, parameters.unrealisedProfitCreditPpm());
        parameter(ParameterId.MARGIN_CALL_POINT_PPM, parameters.marginCallPointPpm());
        parameter(ParameterId.LIQUIDATION_EXIT_PPM, parameters.liquidationExitPpm());
        parameter(ParameterId.ORDER_PRICE_BAND_PPM, parameters.orderPriceBandPpm());
        parameters.phaseInNs().ifPresent(value -> parameter(ParameterId.PHASE_IN_NS, value));
    }

    private void parameter(final ParameterId id, final long value) {
        parameter(id, 0, value);
    }

    private void parameter(final ParameterId id, final int scope, final long value) {
        final ParameterChangeEncoder encoder = new ParameterChangeEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0).source(0).scope(scope).value(value).parameter(id);
        add(encoder.encodedLength());
    }

    private void source(final EngineConfig.Source source) {
        final DefineSourceEncoder encoder = new DefineSourceEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0)
                .source(0)
                .newSource(source.id())
                .window(source.window())
                .role(Role.valueOf(source.role().name()))
                .ordering(SourceOrdering.valueOf(source.ordering().name()));
        add(encoder.encodedLength());
    }

    private void asset(final MarketsConfig.Asset asset) {
        final DefineAssetEncoder encoder = new DefineAssetEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0)
                .source(0)
                .asset(asset.id())
                .symbol(asset.symbol())
                .scale(asset.scale())
                .haircutPpm(asset.haircutPpm())
                .initialHaircutPpm(asset.initialHaircutPpm())
                .liabilityHaircutPpm(asset.liabilityHaircutPpm())
                .stable(asset.stable() ? Flag.YES : Flag.NO);
        add(encoder.encodedLength());
        if (asset.indexPrice() != 0) {
            indexPrice(asset);
        }
        if (!asset.rules().haircutTiers().isEmpty()) {
            haircuts(asset);
        }
        asset.rules()
                .limits()
                .forEach((limit, value) -> parameter(ParameterId.valueOf(limit.name()), asset.id(), value));
    }

    private void claims(final List<MarketsConfig.Asset> assets) {
        final Map<String, Integer> ids =
                assets.stream().collect(Collectors.toMap(MarketsConfig.Asset::symbol, MarketsConfig.Asset::id));
        for (final MarketsConfig.Asset asset : assets) {
            asset.rules().claim().ifPresent(claim -> claim(asset.id(), ids.get(claim.on()), claim));
        }
    }

    private void claim(final int asset, final int underlying, final MarketsConfig.Claim claim) {
        final DefineClaimEncoder encoder = new DefineClaimEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0).source(0).asset(asset).underlying(underlying).stepPpm(claim.stepPpm());
        add(encoder.encodedLength());
        if (claim.rate() != 0) {
            final RedemptionRateEncoder rate = new RedemptionRateEncoder().wrapAndApplyHeader(buffer, 0, header);
            rate.sourceSequence(0).source(0).asset(asset).rate(claim.rate());
            add(rate.encodedLength());
        }
    }

    private void haircuts(final MarketsConfig.Asset asset) {
        final List<MarketsConfig.HaircutTier> more = asset.rules().haircutTiers();
        final DefineHaircutsEncoder encoder = new DefineHaircutsEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0).source(0).asset(asset.id()).liabilityHaircutPpm(asset.liabilityHaircutPpm());
        final DefineHaircutsEncoder.TiersEncoder tiers = encoder.tiersCount(1 + more.size());
        tiers.next().fromValue(0).haircutPpm(asset.haircutPpm()).initialHaircutPpm(asset.initialHaircutPpm());
        for (final MarketsConfig.HaircutTier tier : more) {
            tiers.next()
                    .fromValue(tier.fromValue())
                    .haircutPpm(tier.haircutPpm())
                    .initialHaircutPpm(tier.initialHaircutPpm());
        }
        add(encoder.encodedLength());
    }

    private void indexPrice(final MarketsConfig.Asset asset) {
        final IndexPriceEncoder encoder = new IndexPriceEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0).source(0).asset(asset.id()).price(asset.indexPrice());
        add(encoder.encodedLength());
    }

    private void tierTable(final MarketsConfig.TierTable table) {
        final DefineTierTableEncoder encoder = new DefineTierTableEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0).source(0).tierTable(table.id());
        final DefineTierTableEncoder.TiersEncoder tiers =
                encoder.tiersCount(table.tiers().size());
        for (final MarketsConfig.Tier tier : table.tiers()) {
            tiers.next()
                    .fromNotional(tier.fromNotional())
                    .initialPpm(tier.initialPpm())
                    .maintenancePpm(tier.maintenancePpm());
        }
        add(encoder.encodedLength());
    }

    private void feeSchedule(final MarketsConfig.FeeSchedule schedule) {
        final DefineFeeScheduleEncoder encoder = new DefineFeeScheduleEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0)
                .source(0)
                .schedule(schedule.id())
                .makerPpm(schedule.makerPpm())
                .takerPpm(schedule.takerPpm());
        add(encoder.encodedLength());
    }

    private static ParameterId parameterOf(final InstrumentLimit limit) {
        return switch (limit) {
            case ORDER_VALUE_MAX -> ParameterId.ORDER_VALUE_MAX;
            case GROUP_POSITION_MAX -> ParameterId.GROUP_LOTS_MAX;
            case OPEN_INTEREST_MAX -> ParameterId.OPEN_INTEREST_MAX;
            case TAKING_BAND -> ParameterId.TAKING_BAND_PPM;
            case RESTING_BAND -> ParameterId.RESTING_BAND_PPM;
        };
    }

    private void instrument(final MarketsConfig.Instrument instrument) {
        final DefineInstrumentEncoder encoder = new DefineInstrumentEncoder().wrapAndApplyHeader(buffer, 0, header);
        final MarketsConfig.Contract contract = instrument.contract();
        encoder.sourceSequence(0)
                .source(0)
                .instrument(instrument.id())
                .symbol(instrument.symbol())
                .underlying(instrument.underlying())
                .settlement(instrument.settlement())
                .tickValue(instrument.tickValue())
                .priceTicksMax(instrument.priceTicksMax())
                .positionLotsMax(instrument.positionLotsMax())
                .tierTable(instrument.tierTable())
                .kind(InstrumentKind.valueOf(instrument.kind().name()))
                .quote(contract.quote())
                .priceTicksMin(contract.priceTicksMin())
                .lotSize(contract.lotSize())
                .contractValue(contract.contractValue())
                .expiryNs(contract.expiryNs())
                .settlementWindowNs(contract.settlementWindowNs())
                .strike(contract.strike())
                .optionSide(OptionSide.valueOf(contract.side().name()))
                .premiumStyle(PremiumStyle.valueOf(contract.style().name()));
        add(encoder.encodedLength());
        instrument.limits().forEach((limit, value) -> parameter(parameterOf(limit), instrument.id(), value));
        instrument.funding().ifPresent(terms -> funding(instrument.id(), terms));
    }

    private void funding(final int instrument, final MarketsConfig.Funding terms) {
        final DefineFundingEncoder encoder = new DefineFundingEncoder().wrapAndApplyHeader(buffer, 0, header);
        encoder.sourceSequence(0)
                .source(0)
                .instrument(instrument)
                .intervalNs(terms.intervalNs())
                .periodNs(terms.periodNs())
                .interest(terms.interest())
                .clampLower(terms.clampLower())
                .clampUpper(terms.clampUpper())
                .factor(terms.factor())
                .rateLower(terms.rateLower())
                .rateUpper(terms.rateUpper())
                .marginFactorPpm(terms.marginFactorPpm());
        add(encoder.encodedLength());
    }

    private void portfolio(final MarketsConfig.Portfolio portfolio) {
        final PortfolioDocuments documents = PortfolioDocuments.read(portfolio);
        document(DocumentKind.SCENARIO_SET, 1, documents.setVersion(), documents.set());
        for (final PortfolioDocuments.Model model : documents.models()) {
            document(DocumentKind.MARGIN_MODEL, model.id(), model.version(), model.words());
        }
    }

    private void document(final DocumentKind kind, final int id, final int version, final Words words) {
        for (int first = 0; first < words.count(); first += FrameCheck.WORDS_MAX) {
            final int count = Math.min(FrameCheck.WORDS_MAX, words.count() - first);
            final DefineDocumentPartEncoder encoder =
                    new DefineDocumentPartEncoder().wrapAndApplyHeader(buffer, 0, header);
            encoder.sourceSequence(0)
                    .source(0)
                    .document(id)
                    .documentVersion(version)
                    .total(words.count())
                    .firstWord(first)
                    .kind(kind);
            final DefineDocumentPartEncoder.WordsEncoder part = encoder.wordsCount(count);
            for (int i = 0; i < count; i++) {
                part.next().word(words.at(first + i));
            }
            add(encoder.encodedLength());
        }
    }

    private void add(final int bodyLength) {
        final byte[] frame = new byte[MessageHeaderEncoder.ENCODED_LENGTH + bodyLength];
        buffer.getBytes(0, frame);
        frames.add(frame);
    }
}
