package io.plimsoll.lab.whatif;

import java.math.BigDecimal;

/**
 * What a position has to do with an amount.
 *
 * @param position name of the instrument, or of what stands between the positions and the amount.
 * @param quantity of the position; 0 for what is none.
 * @param amount in the margin currency.
 */
public record Share(String position, BigDecimal quantity, BigDecimal amount) {}
