package io.plimsoll.lab.demo;

/**
 * A margin call of the engine. Amounts in millionths of a dollar.
 *
 * @param sequence of the command that did it.
 * @param timeNs the engine's time.
 * @param account id.
 * @param shortfall what brings the account back to normal.
 * @param toLiquidation what is left before liquidation.
 */
public record MarginCall(long sequence, long timeNs, long account, long shortfall, long toLiquidation) {}
