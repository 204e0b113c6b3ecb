package io.plimsoll.core.fixed;

/** Kinds of parts of the state. The codes are part of the hash: they are never changed or reused. */
public enum HashKind {
    /** The engine's time. */
    TIME(1),
    /** A source of commands and its last number. */
    SOURCE(2),
    /** A stored completion of a source. */
    COMPLETION(3),
    /** A parameter of the engine. */
    PARAMETER(4),
    /** Terms of an asset. */
    ASSET(5),
    /** A table of margin tiers. */
    TIER_TABLE(6),
    /** Terms of an instrument. */
    INSTRUMENT(7),
    /** Index price of an asset. */
    INDEX_PRICE(8),
    /** Mark price of an instrument. */
    MARK_PRICE(9),
    /** Status of a market. */
    MARKET(10),
    /** A group. */
    GROUP(11),
    /** An account, its owner, mode and status. */
    ACCOUNT(12),
    /** A balance. */
    BALANCE(13),
    /** A position. */
    POSITION(14),
    /** A resting order. */
    ORDER(15),
    /** A balance of a ledger of the house. */
    LEDGER(16),
    /** A trade id that is remembered. */
    TRADE(17),
    /** A document: scenario set, margin model or surface. */
    DOCUMENT(18),
    /** A document of which parts are still to come. */
    PART(19),
    /** What is known of an underlying's volatility. */
    VOLATILITY(20),
    /** What the rows of an underlying were made from. */
    REVALUATION(21),
    /** Work that goes on with the next Continue. */
    WORK(22),
    /** Funding of a perpetual. */
    FUNDING(23),
    /** Mean of a price over a settlement window. */
    FIXING(24),
    /** How far the settlement of an instrument is. */
    SETTLEMENT(25),
    /** An account or a group whose trading is stopped. */
    TRADING_STOP(30),
    /** What an isolated pocket is a pocket of. */
    POCKET(40),
    /** The margin model of an account, where it is not the first. */
    MODEL(41),
    /** A withdrawal in flight, and how many there were. */
    WITHDRAWAL(60),
    /** What was withdrawn in an hour. */
    WITHDRAWAL_WINDOW(61),
    /** What a debt in an asset costs. */
    INTEREST(62),
    /** A schedule of fees. */
    FEE_SCHEDULE(63),
    /** Who has which schedule of fees. */
    FEE_ASSIGNMENT(64),
    /** Unsecured credit of an account. */
    CREDIT_LINE(65),
    /** A raise of maintenance margin that counts bit by bit. */
    PHASE_IN(66);

    private final int code;

    HashKind(final int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
