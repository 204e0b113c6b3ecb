package io.plimsoll.lab.demo;

import io.plimsoll.sbe.RejectReason;

/**
 * A withdrawal on the tape and what the engine allowed.
 *
 * @param timeNs when.
 * @param account index of the account on the tape.
 * @param asked millionths of a dollar.
 * @param paid millionths of a dollar; less than asked when the engine refused the whole.
 * @param firstReason why the whole was refused; NONE: it was not.
 */
public record Withdrawal(long timeNs, int account, long asked, long paid, RejectReason firstReason) {}
