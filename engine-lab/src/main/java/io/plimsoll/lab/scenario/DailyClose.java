package io.plimsoll.lab.scenario;

import java.time.LocalDate;

/**
 * The price at the end of a day.
 *
 * @param line of the file.
 * @param date of the day, UTC.
 * @param open price at its begin; NaN when the file does not say.
 * @param close above 0.
 */
public record DailyClose(long line, LocalDate date, double open, double close) {}
