package io.plimsoll.lab.venue;

import io.plimsoll.core.account.MarginStatus;

/**
 * A moment at which the engine asked for an account to be closed out. Amounts in millionths of a dollar.
 *
 * @param sequence of the command that did it.
 * @param timeNs the engine's time.
 * @param account id.
 * @param status that the account fell to.
 * @param equity margin equity.
 * @param maintenanceMargin equity below which an account is closed out.
 * @param notional of its positions.
 */
public record Trigger(
        long sequence,
        long timeNs,
        long account,
        MarginStatus status,
        long equity,
        long maintenanceMargin,
        long notional) {}
