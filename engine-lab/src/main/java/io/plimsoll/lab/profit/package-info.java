/** Profit and loss of an account between two moments, by instrument, from what the engine has said. */
package io.plimsoll.lab.profit;
