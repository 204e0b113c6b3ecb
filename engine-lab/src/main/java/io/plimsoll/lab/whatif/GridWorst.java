package io.plimsoll.lab.whatif;

import java.math.BigDecimal;

/**
 * The grid scenario in which the portfolio as a whole loses most, as its model counts.
 *
 * @param scenario its name.
 * @param loss in the margin currency; negative: even then it gains.
 */
public record GridWorst(String scenario, BigDecimal loss) {}
