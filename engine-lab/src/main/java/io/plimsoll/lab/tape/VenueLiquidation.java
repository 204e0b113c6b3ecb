package io.plimsoll.lab.tape;

/**
 * A liquidation as the venue itself listed it.
 *
 * @param timeNs when, to the second.
 * @param account index of the account in {@link Tape#accounts()}; -1: the tape knows no such account.
 * @param accountName as listed.
 * @param notional liquidated notional, millionths of a dollar.
 * @param accountValue account value at that moment, millionths of a dollar.
 * @param isolated whether one isolated position was liquidated, not the cross account.
 */
public record VenueLiquidation(
        long timeNs, int account, String accountName, long notional, long accountValue, boolean isolated) {}
