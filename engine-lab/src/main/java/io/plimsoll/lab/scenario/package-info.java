/**
 * Scenario sets out of price histories: reads daily closes and intraday bars, says what is wrong with them, and makes the
 * joint and the stress block. The same files give the same bytes on every machine: logarithms are those of the core, the
 * rest is basic operations, and every figure is rounded once.
 */
package io.plimsoll.lab.scenario;
