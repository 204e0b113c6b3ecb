package io.plimsoll.gateway;

import io.plimsoll.sbe.DefineAssetEncoder;
import io.plimsoll.sbe.DefineInstrumentEncoder;
import io.plimsoll.sbe.DefineSourceEncoder;
import io.plimsoll.sbe.DefineTierTableEncoder;
import io.plimsoll.sbe.Flag;
import io.plimsoll.sbe.IndexPriceEncoder;
import io.plimsoll.sbe.InstrumentKind;
import io.plimsoll.sbe.MarkPriceEncoder;
import io.plimsoll.sbe.MessageHeaderEncoder;
import io.plimsoll.sbe.Role;
import io.plimsoll.sbe.SourceOrdering;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/** A small venue: three sources, two assets, one perpetual. */
final class TestGenesis {
    static final int ADMIN = 1;
    static final int MATCHING = 2;
    static final int PRICES = 3;
    static final int USDC = 1;
    static final int BTC = 2;
    static final int BTC_PERP = 1;
    private static final long ONE = 10_000_000_000L;

    private static final MessageHeaderEncoder HEADER = new MessageHeaderEncoder();
    private static final UnsafeBuffer BUFFER = new UnsafeBuffer(new byte[512]);

    private TestGenesis() {}

    static synchronized List<byte[]> frames() {
        return List.of(
                source(ADMIN, Role.ADMIN, SourceOrdering.STRICT),
                source(MATCHING, Role.MATCHING, SourceOrdering.STRICT),
                source(PRICES, Role.PRICES, SourceOrdering.MONOTONE),
                asset(USDC, "USDC", Flag.YES),
                asset(BTC, "BTC", Flag.NO),
                indexPrice(USDC, ONE),
                indexPrice(BTC, 20_000 * ONE),
                tierTable(),
                instrument(),
                markPrice());
    }

    private static byte[] source(final int id, final Role role, final SourceOrdering ordering) {
        final DefineSourceEncoder encoder = new DefineSourceEncoder();
        encoder.wrapAndApplyHeader(BUFFER, 0, HEADER)
                .newSource(id)
                .window(4_096)
                .role(role)
                .ordering(ordering);
        return copy(encoder.encodedLength());
    }

    static byte[] asset(final int id, final String symbol, final Flag stable) {
        final DefineAssetEncoder encoder = new DefineAssetEncoder();
        encoder.wrapAndApplyHeader(BUFFER, 0, HEADER)
                .asset(id)
                .symbol(symbol)
                .scale(6)
                .haircutPpm(0)
                .initialHaircutPpm(0)
                .liabilityHaircutPpm(0)
                .stable(stable);
        return copy(encoder.encodedLength());
    }

    private static byte[] indexPrice(final int asset, final long price) {
        final IndexPriceEncoder encoder = new IndexPriceEncoder();
        encoder.wrapAndApplyHeader(BUFFER, 0, HEADER).asset(asset).price(price);
        return copy(encoder.encodedLength());
    }

    private static byte[] tierTable() {
        final DefineTierTableEncoder encoder = new DefineTierTableEncoder();
        encoder.wrapAndApplyHeader(BUFFER, 0, HEADER)
                .tierTable(1)
                .tiersCount(1)
                .next()
                .fromNotional(0)
                .initialPpm(20_000)
                .maintenancePpm(10_000);
        return copy(encoder.encodedLength());
    }

    /** One tick of one lot is 1 cent: 10,000 minor units of USDC. */
    private static byte[] instrument() {
        final DefineInstrumentEncoder encoder = new DefineInstrumentEncoder();
        BUFFER.setMemory(0, BUFFER.capacity(), (byte) 0);
        encoder.wrapAndApplyHeader(BUFFER, 0, HEADER)
                .instrument(BTC_PERP)
                .symbol("BTC-PERP")
                .underlying(BTC)
                .settlement(USDC)
                .tickValue(10_000)
                .priceTicksMax(10_000_000)
                .positionLotsMax(100_000)
                .tierTable(1)
                .kind(InstrumentKind.LINEAR_PERPETUAL)
                .priceTicksMin(1);
        return copy(encoder.encodedLength());
    }

    private static byte[] markPrice() {
        final MarkPriceEncoder encoder = new MarkPriceEncoder();
        encoder.wrapAndApplyHeader(BUFFER, 0, HEADER).instrument(BTC_PERP).price(20_000);
        return copy(encoder.encodedLength());
    }

    private static byte[] copy(final int bodyLength) {
        return Arrays.copyOf(BUFFER.byteArray(), MessageHeaderEncoder.ENCODED_LENGTH + bodyLength);
    }
}
