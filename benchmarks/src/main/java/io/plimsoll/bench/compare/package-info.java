/** Comparison of two builds, run in turns, or of two runs. */
package io.plimsoll.bench.compare;
