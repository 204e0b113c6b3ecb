package io.plimsoll.cli.view;

import io.plimsoll.cli.output.Texts;
import io.plimsoll.journal.RecordView;
import io.plimsoll.sbe.DefineAccountDecoder;
import io.plimsoll.sbe.DefineAssetDecoder;
import io.plimsoll.sbe.DefineInstrumentDecoder;
import io.plimsoll.sbe.DefinitionInForceDecoder;
import io.plimsoll.sbe.MessageHeaderDecoder;
import io.plimsoll.sbe.PocketOpenedDecoder;
import java.util.HashMap;
import java.util.Map;

/** Names and scales of assets and instruments, and groups of accounts, learnt from the records of a journal as they pass. */
final class Definitions {
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final DefineAssetDecoder asset = new DefineAssetDecoder();
    private final DefineInstrumentDecoder instrument = new DefineInstrumentDecoder();
    private final DefineAccountDecoder account = new DefineAccountDecoder();
    private final PocketOpenedDecoder pocket = new PocketOpenedDecoder();
    private final DefinitionInForceDecoder inForce = new DefinitionInForceDecoder();
    private final Map<Integer, Named> assets = new HashMap<>();
    private final Map<Integer, Named> instruments = new HashMap<>();
    private final Map<Long, Long> groups = new HashMap<>();
    private Runnable proposed = () -> {};

    /** A name; for an asset its decimals, for an instrument the asset in which it settles. */
    private record Named(String name, int figure) {}

    /** To be shown every record in order: what a command proposes counts once the engine says so. */
    void learn(final RecordView record) {
        switch (record.templateId()) {
            case DefineAssetDecoder.TEMPLATE_ID -> {
                asset.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
                final int id = asset.asset();
                final Named named = new Named(asset.symbol(), asset.scale());
                proposed = () -> assets.put(id, named);
            }
            case DefineInstrumentDecoder.TEMPLATE_ID -> {
                instrument.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
                final int id = instrument.instrument();
                final Named named = new Named(instrument.symbol(), instrument.settlement());
                proposed = () -> instruments.put(id, named);
            }
            case DefineAccountDecoder.TEMPLATE_ID -> {
                account.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
                final long id = account.account();
                final long group = account.group();
                proposed = () -> groups.put(id, group);
            }
            case PocketOpenedDecoder.TEMPLATE_ID -> {
                pocket.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
                groups.put(pocket.account(), pocket.group());
            }
            case DefinitionInForceDecoder.TEMPLATE_ID -> learnInForce(record);
            default -> {
                // Says nothing about definitions.
            }
        }
    }

    private void learnInForce(final RecordView record) {
        inForce.wrapAndApplyHeader(record.buffer(), record.payloadOffset(), header);
        switch (inForce.definition()) {
            case ASSET, INSTRUMENT, ACCOUNT -> proposed.run();
            default -> {
                // Of no interest here.
            }
        }
    }

    /** Group of an account; 0, if it is not known. */
    long group(final long accountId) {
        return groups.getOrDefault(accountId, 0L);
    }

    /** Name of an asset; its number, if it is not known. */
    String asset(final int id) {
        return assets.containsKey(id) ? assets.get(id).name : "asset " + id;
    }

    /** Name of an instrument; its number, if it is not known. */
    String instrument(final int id) {
        return instruments.containsKey(id) ? instruments.get(id).name : "instrument " + id;
    }

    /** An amount in whole units with the asset's name. */
    String amount(final int assetId, final long minorUnits) {
        final Named named = assets.get(assetId);
        return Texts.amount(minorUnits, named == null ? 0 : named.figure) + ' ' + asset(assetId);
    }

    /** An amount in the settlement asset of an instrument. */
    String settled(final int instrumentId, final long minorUnits) {
        final Named named = instruments.get(instrumentId);
        return named == null ? Long.toString(minorUnits) : amount(named.figure, minorUnits);
    }
}
