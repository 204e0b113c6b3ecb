package io.plimsoll.journal;

import io.plimsoll.core.CommandText;
import org.agrona.concurrent.UnsafeBuffer;

/** A market's day: the command of every sequence follows from the sequence alone, so that it goes on after a restart. */
final class Script {
    private static final String[] SETUP = {
        "DefineAsset asset=1 symbol=USDC scale=6 haircut=0 initialHaircut=0 liability=0 stable=NO",
        "DefineAsset asset=2 symbol=BTC scale=8 haircut=50000 initialHaircut=50000 liability=100000 stable=NO",
        "IndexPrice asset=1 price=10000000000",
        "IndexPrice asset=2 price=200000000000000",
        "DefineTierTable table=1 tiers=0:20000:10000,250000000000:40000:20000",
        "DefineInstrument instrument=1 symbol=BTC-PERP underlying=2 settlement=1 tickValue=10000"
                + " priceTicksMax=10000000 positionLotsMax=100000 tierTable=1",
        "DefineGroup group=1",
        "DefineAccount account=1 group=1 mode=CROSS",
        "DefineAccount account=2 group=1 mode=CROSS",
        "Deposit account=1 asset=1 amount=9000000000",
        "Deposit account=2 asset=1 amount=9000000000",
        "MarkPrice instrument=1 price=20000",
    };

    private final CommandText text = new CommandText();

    UnsafeBuffer frame(final long sequence) {
        return new UnsafeBuffer(text.frame(0, sequence, line(sequence)));
    }

    static long timeNs(final long sequence) {
        return 1_000_000_000L * sequence;
    }

    private static String line(final long sequence) {
        if (sequence <= SETUP.length) {
            return SETUP[(int) sequence - 1];
        }
        return switch ((int) (sequence % 5)) {
            case 0 -> "Checkpoint";
            case 1 -> "MarkPrice instrument=1 price=" + (20_000 + sequence % 97);
            case 2 -> "Deposit account=" + (1 + sequence % 2) + " asset=1 amount=" + (1_000 + sequence);
            case 3 -> "Transfer from=1 to=2 asset=1 amount=" + sequence;
            default ->
                "Trade instrument=1 id=" + sequence + " price=" + (20_000 + sequence % 89) + " lots="
                        + (1 + sequence % 3) + " buy=" + (1 + sequence % 2) + " sell=" + (2 - sequence % 2);
        };
    }
}
