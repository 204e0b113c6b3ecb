package io.plimsoll.bench.load;

import io.plimsoll.core.engine.Limits;
import io.plimsoll.core.risk.RiskRegime;
import java.util.Random;

/**
 * A whole option chain under the default scenario set and margin model, and accounts in portfolio mode that hold parts of it: 13
 * expiries of 26 strikes each, calls and puts, and a perpetual.
 */
public final class ChainVenue {
    /** Options of the chain. */
    public static final int OPTIONS = 676;

    /** Accounts that hold some of them. */
    public static final int ACCOUNTS = 64;

    /** Different options that an account holds. */
    public static final int POSITIONS = 20;

    static final int POSITION_LOTS_MAX = 1_000_000;

    private static final int EXPIRIES = 13;
    private static final int STRIKES = 26;
    private static final long SEED = 20251205;
    private static final Limits LIMITS = new Limits(8, 8, 8, 1_024, 256, 256, 64, 1_024, 64, 1 << 16);

    private final Venue venue = new Venue(LIMITS);
    private final CommandFrame goOn = CommandFrame.goOn();
    private final CommandFrame revalue = RiskFrames.revalue(Chain.COIN);
    private final CommandFrame[] trades = new CommandFrame[2 * POSITIONS];
    private long tradeId;

    /** Lists the chain, loads the documents, and makes the first rows. */
    public ChainVenue() {
        new Chain(EXPIRIES, STRIKES).definitions().forEach(venue::send);
        fund();
        while (venue.hasWork()) {
            goOn();
        }
        trade();
    }

    private void fund() {
        for (int account = Venue.FIRST_ACCOUNT; account < Venue.FIRST_ACCOUNT + ACCOUNTS; account++) {
            venue.send(CommandFrame.defineGroup(account));
            venue.send(RiskFrames.account(account));
            venue.send(CommandFrame.deposit(account, Venue.FUNDS));
        }
    }

    private void trade() {
        final Random random = new Random(SEED);
        for (int account = Venue.FIRST_ACCOUNT; account < Venue.FIRST_ACCOUNT + ACCOUNTS; account += 2) {
            for (int i = 0; i < POSITIONS; i++) {
                final int instrument = 2 + (i * (OPTIONS / POSITIONS) + random.nextInt(OPTIONS / POSITIONS));
                final CommandFrame there = RiskFrames.trade(instrument, account, account + 1L, 10, 1_000);
                if (account == Venue.FIRST_ACCOUNT) {
                    trades[2 * i] = there;
                    trades[2 * i + 1] = RiskFrames.trade(instrument, account + 1L, account, 10, 1_000);
                }
                venue.send(there.tradeId(++tradeId));
            }
        }
    }

    /** A trade of two accounts in one of their options; the next but one undoes it. */
    public long nextTrade() {
        final int at = (int) (tradeId % 2 + tradeId / 2 % POSITIONS * 2);
        venue.send(trades[at].tradeId(++tradeId));
        return venue.events();
    }

    /** Asks for new rows of the whole chain. */
    public void revalue() {
        venue.send(revalue);
    }

    /** Goes on with the engine's work. */
    public void goOn() {
        venue.send(goOn);
    }

    /** {@return whether there is such work} */
    public boolean hasWork() {
        return venue.hasWork();
    }

    /** {@return how often the chain's rows were replaced} */
    public long revaluations() {
        final RiskRegime regime = venue.state().risk().inUse().regime();
        return regime.revaluation(regime.placeOf(venue.state().assets().get(Chain.COIN)));
    }

    /** {@return scenarios of a row} */
    public int scenarios() {
        return venue.state().risk().set().count();
    }
}
