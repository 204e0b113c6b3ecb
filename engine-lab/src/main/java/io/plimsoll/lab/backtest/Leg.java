package io.plimsoll.lab.backtest;

/**
 * A position of a book.
 *
 * @param instrument what it is in.
 * @param dollars size: dollars of the underlying, negative for a short position.
 */
record Leg(Instrument instrument, long dollars) {}
