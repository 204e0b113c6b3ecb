/** The engine by itself, under JMH. */
package io.plimsoll.bench.jmh;
