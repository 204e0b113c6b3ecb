/** Benchmarks: the engine by itself (JMH), what it allocates, and the round trip beside a bare echo. */
package io.plimsoll.bench;
