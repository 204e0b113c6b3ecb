package io.plimsoll.lab.live;

import java.math.BigDecimal;

/**
 * A position of an account. Amounts in the margin currency.
 *
 * @param instrument its symbol.
 * @param lots signed.
 * @param notional what tiers are read from.
 * @param tier in which the notional ends, from 1; 0: the group has more than this account.
 * @param initial of the schedule of tiers.
 * @param maintenance of the schedule of tiers.
 * @param isByTiers whether that schedule is what counts; else the position stands in the scenarios.
 */
public record HeldPosition(
        String instrument,
        long lots,
        BigDecimal notional,
        int tier,
        BigDecimal initial,
        BigDecimal maintenance,
        boolean isByTiers) {}
