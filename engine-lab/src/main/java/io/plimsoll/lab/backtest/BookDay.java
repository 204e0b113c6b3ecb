package io.plimsoll.lab.backtest;

import java.time.LocalDate;

/**
 * A book on a day. Amounts are in millionths of a dollar.
 *
 * @param date at whose end it was put up.
 * @param pnl what it made until the end of the next day, negative when it lost; rounded down.
 * @param initial initial margin, by what was known on {@code date}.
 * @param maintenance maintenance margin.
 * @param binding which part of the scenario risk decided.
 * @param var99 value at risk over the joint block, 99 %.
 * @param var975 value at risk over the joint block, 97.5 %.
 * @param es975 expected shortfall over the joint block, 97.5 %.
 * @param below share of the joint scenarios that are worse than what happened.
 */
public record BookDay(
        LocalDate date,
        long pnl,
        long initial,
        long maintenance,
        String binding,
        long var99,
        long var975,
        long es975,
        double below) {}
