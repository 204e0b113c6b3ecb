package io.plimsoll.lab.demo;

import io.plimsoll.lab.tape.Tape;

/** Ids that the demo gives to what is on a tape. */
final class Ids {
    static final int USDC = 1;
    static final int TIERS = 1;

    private Ids() {}

    /** Asset that a coin's perpetual is about. */
    static int asset(final int coin) {
        return coin + 2;
    }

    /** Perpetual of a coin. */
    static int instrument(final int coin) {
        return coin + 1;
    }

    /** Account, and group, of an account on the tape. */
    static long account(final int account) {
        return account + 1L;
    }

    /** The other side of every fill. */
    static long marketMaker(final Tape tape) {
        return account(tape.accounts().size());
    }

    /** Name of an account id. */
    static String name(final Tape tape, final long account) {
        return account == marketMaker(tape) ? "MAKER" : tape.accounts().get((int) account - 1);
    }
}
