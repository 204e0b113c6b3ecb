package io.plimsoll.lab.whatif;

import java.math.BigDecimal;

/**
 * Margins and equity of a portfolio under one model, without explanation: for many markets in a row. Exact, in the margin
 * currency.
 *
 * @param initial the initial margin.
 * @param maintenance the maintenance margin.
 * @param equity margin equity and what it is made of.
 */
public record MarginLevels(BigDecimal initial, BigDecimal maintenance, Equity equity) {}
