/** What a run of the benchmarks measured: figures in rounds, distributions, goals, and how they are kept and shown. */
package io.plimsoll.bench.result;
