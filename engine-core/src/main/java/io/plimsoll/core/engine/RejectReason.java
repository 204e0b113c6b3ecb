package io.plimsoll.core.engine;

/** Why a command was rejected: one reason a cause. Mirrored in the schema. */
public enum RejectReason {
    /** Accepted. */
    NONE(0),
    /** The source is not defined. */
    UNKNOWN_SOURCE(1),
    /** The source's role may not send this command. */
    NOT_ALLOWED(2),
    /** Commands of a strict source are missing; detail: the source sequence expected. */
    SOURCE_GAP(3),
    /** A strict source repeats a command older than its window. */
    TOO_OLD(4),
    /** A monotone source sent an older number than its last; detail: the last. */
    STALE(5),
    /** The engine has no room for another of these; detail: the limit. */
    LIMIT_REACHED(6),
    /** The id is in use. */
    ALREADY_DEFINED(7),
    /** An id is not positive or above its limit. */
    ID_OUT_OF_RANGE(8),
    /** A name is empty, has bytes outside printable ASCII, or bytes after its end. */
    BAD_SYMBOL(9),
    /** No such asset. */
    UNKNOWN_ASSET(20),
    /** No such instrument. */
    UNKNOWN_INSTRUMENT(21),
    /** No such table of tiers. */
    UNKNOWN_TIER_TABLE(22),
    /** No such group. */
    UNKNOWN_GROUP(23),
    /** No such account. */
    UNKNOWN_ACCOUNT(24),
    /** No such open order. */
    UNKNOWN_ORDER(25),
    /** No such parameter. */
    UNKNOWN_PARAMETER(26),
    /** The contract type is not known. */
    UNSUPPORTED_KIND(30),
    /** The margin mode is reserved. */
    UNSUPPORTED_MODE(31),
    /** Decimals of an asset. */
    SCALE_OUT_OF_RANGE(32),
    /** A rate or haircut is outside its range. */
    RATE_OUT_OF_RANGE(33),
    /** Tiers must start at 0 and rise in notional, IM and MM, with MM at most IM. */
    TIERS_NOT_ASCENDING(34),
    /** Tick value, contract value, lot size, prices or largest position are such that amounts could overflow. */
    TICK_VALUE_OUT_OF_RANGE(35),
    /** A parameter's value is outside its range. */
    VALUE_OUT_OF_RANGE(36),
    /** A term that the contract type needs is missing or wrong, or one it does not have is given; detail: id of the field. */
    TERM_NOT_OF_KIND(37),
    /** The expiry is not in the future; detail: the engine's time. */
    EXPIRY_OUT_OF_RANGE(38),
    /** An amount is not positive or above its limit. */
    AMOUNT_OUT_OF_RANGE(40),
    /** The balance would pass its limit. */
    BALANCE_LIMIT(41),
    /** More than the balance and what may be borrowed; detail: both, for an order what of it is not yet promised to other orders. */
    INSUFFICIENT_BALANCE(42),
    /** Margin equity would not cover initial margin; detail: for an order the free margin it would leave, in millionths; for money the largest amount that would pass. */
    INSUFFICIENT_MARGIN(43),
    /** The two accounts belong to different groups. */
    OTHER_GROUP(44),
    /** The two accounts are one. */
    SAME_ACCOUNT(45),
    /** A price is below or above what the instrument allows, or not positive; detail: the largest. */
    PRICE_OUT_OF_RANGE(50),
    /** A size is not positive or above its limit. */
    LOTS_OUT_OF_RANGE(51),
    /** The instrument has no mark price. */
    NO_MARK_PRICE(52),
    /** The settlement asset has no index price, or another one that margin is made from. */
    NO_INDEX_PRICE(53),
    /** A trade names no known market or lies outside its limits; an alarm goes out. */
    TRADE_UNBOOKABLE(54),
    /** The trade id belongs to a trade with other figures; detail: its sequence. */
    TRADE_ID_REUSED(55),
    /** The order id is in use. */
    DUPLICATE_ORDER(60),
    /** The market takes no orders. */
    MARKET_HALTED(61),
    /** The market takes only cancels. */
    MARKET_CANCEL_ONLY(62),
    /** The account's status lets it only reduce. */
    ACCOUNT_MAY_NOT_ADD_RISK(63),
    /** The limit is too far from the mark; detail: the nearest limit that would pass. */
    PRICE_OUTSIDE_BAND(64),
    /** Position with open orders would pass the limit; detail: the limit in lots. */
    POSITION_LIMIT(65),
    /** A reduce-only order that would not reduce. */
    NOT_REDUCING(66),
    /** The order belongs to another account. */
    WRONG_ACCOUNT(67),
    /** The instrument takes no more orders; detail: its expiry. */
    INSTRUMENT_EXPIRED(68),
    /** Time does not go back; detail: the engine's time. */
    TIME_BACKWARDS(70),
    /** The market is halted. */
    ALREADY_HALTED(71),
    /** The market is open. */
    NOT_HALTED(72),
    /** A document cannot be read, or its figures are not allowed; detail: index of the word at which that is seen. */
    BAD_DOCUMENT(80),
    /** A part does not follow on the one before; detail: the offset expected. */
    PART_OUT_OF_ORDER(81),
    /** A version of this document that is not older is in force; detail: the version in force. */
    VERSION_NOT_NEWER(82),
    /** There is no scenario set, or the model's blocks are not those of the set; detail: version of the set in force. */
    MODEL_NOT_OF_SET(83),
    /** The surface allows arbitrage; detail: which fault, by its code in SurfaceCheck. */
    ARBITRAGE(84),
    /** The command comes too soon after the last of its kind; detail: the time from which it is allowed. */
    TOO_SOON(85),
    /** The asset is no underlying of the scenario set. */
    NOT_AN_UNDERLYING(86),
    /** The instrument pays no funding: its terms were never defined. */
    NO_FUNDING(90),
    /** The market must be halted first. */
    MARKET_NOT_HALTED(91),
    /** Trading of the account or of its group is stopped; detail: the group that is stopped, 0: the account itself. */
    TRADING_STOPPED(110),
    /** The order is worth too much; detail: the limit, in millionths of the margin currency. */
    ORDER_VALUE_LIMIT(111),
    /** Positions and orders of the group would pass its limit; detail: what is left of it, in lots. */
    GROUP_POSITION_LIMIT(112),
    /** Open interest could pass its limit; detail: what is left of it, in lots. */
    OPEN_INTEREST_LIMIT(113),
    /** The command came after its own deadline. Detail: the engine's time. */
    DEADLINE_PASSED(114),
    /** The command names an instrument twice. */
    DUPLICATE_INSTRUMENT(115),
    /** The bid of a quote is not below its ask. */
    CROSSED_QUOTE(116),
    /** No such withdrawal is in flight: it never was, or was settled already; detail: number of the last one taken up. */
    WITHDRAWAL_NOT_IN_FLIGHT(120),
    /** More than the account may withdraw in 24 hours; detail: what may go now. */
    WITHDRAWAL_ACCOUNT_LIMIT(121),
    /** More than all accounts may withdraw in 24 hours; detail: what may go now. */
    WITHDRAWAL_TOTAL_LIMIT(122),
    /** No such schedule of fees. */
    UNKNOWN_FEE_SCHEDULE(123),
    /** The asset is a claim: its price comes from its redemption rate alone, and nothing settles in it; detail: its underlying. */
    PRICED_BY_REDEMPTION(124),
    /** The redemption rate would move by more than the claim's step; detail: the nearest rate that would pass. */
    REDEMPTION_STEP(125),
    /** A claim on a claim, or on itself; detail: the asset that is one already. */
    CLAIM_ON_CLAIM(126),
    /** The asset is no claim, or cannot become one: it is stable, or settles an instrument; detail: that instrument, or 0. */
    NOT_A_CLAIM(127),
    /** Another margin model names blocks that the set would not have; detail: its id. */
    OTHER_MODEL_NOT_OF_SET(128),
    /** No margin model of this id was loaded. */
    UNKNOWN_MODEL(129),
    /** The account is a pocket: money comes and goes by transfer with its parent, and it has one instrument. Detail: the parent. */
    NOT_FOR_A_POCKET(130),
    /** Rows for the margin model are still being made, or wait for prices or for another model. */
    MODEL_NOT_AT_WORK(131),
    /** An index price is older than it may be, and this is not done without; detail: the asset. */
    PRICE_STALE(132),
    /** An index price is doubtful, and this is not done without; detail: the asset. */
    PRICE_DOUBTFUL(133);

    private final int code;

    RejectReason(final int code) {
        this.code = code;
    }

    /** {@return value in the schema} */
    public int code() {
        return code;
    }
}
