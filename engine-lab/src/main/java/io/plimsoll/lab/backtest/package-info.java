/**
 * A walk-forward backtest of margin models: every day a set of books is put up, its margin is computed by the engine's own code
 * from what is known at the end of that day, and compared with what the book made or lost until the end of the next.
 */
package io.plimsoll.lab.backtest;
