/** Profit and loss of an account between two moments, by instrument and coin, from what the engine has said; and what did it. */
package io.plimsoll.lab.profit;
