/**
 * The statistics of a backtest: pure functions of counts and losses. An <i>exception</i> is a day whose loss was larger
 * than the figure that was to cover it. Simulated critical values depend on a seed alone.
 */
package io.plimsoll.lab.backtest.stats;
