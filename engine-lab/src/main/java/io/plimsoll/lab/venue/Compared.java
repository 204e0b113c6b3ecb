package io.plimsoll.lab.venue;

import io.plimsoll.lab.tape.VenueLiquidation;

/**
 * A listed liquidation beside our account just before it. Amounts in millionths of a dollar.
 *
 * @param listed as the venue has it.
 * @param ours the engine's figures; null: the tape knows no such account.
 * @param notional of ours that is compared: of the whole account, or for an isolated row of the position that was closed.
 * @param notionalAgrees whether it is within 5 % of the venue's.
 * @param equityAgrees whether our equity is within 1 % of the venue's notional of the venue's.
 * @param equityAtVenueMark our equity if the mark were the one that follows from the venue's notional; null: unknown, the
 *     account has not exactly one position, or not of the size that was closed.
 * @param equityAgreesAtVenueMark the same comparison for it.
 * @param notionalCause likely cause when the notional disagrees; empty when it agrees.
 * @param equityCause likely cause when the equity disagrees; empty when it agrees.
 */
public record Compared(
        VenueLiquidation listed,
        AccountFigures ours,
        long notional,
        boolean notionalAgrees,
        boolean equityAgrees,
        Long equityAtVenueMark,
        boolean equityAgreesAtVenueMark,
        String notionalCause,
        String equityCause) {}
