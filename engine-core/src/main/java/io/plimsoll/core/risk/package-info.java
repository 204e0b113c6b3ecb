/** Scenarios, the value change of every instrument under each, and the sums and measures of a portfolio's. */
package io.plimsoll.core.risk;
