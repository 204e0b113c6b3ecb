/**
 * Real tapes: what happened on a venue, read exactly and put into one order of time.
 *
 * <p>Prices and sizes stay decimal numbers until the smallest steps of a coin are known, then they become whole ticks and
 * lots. No figure passes through binary floating point.
 */
package io.plimsoll.lab.tape;
