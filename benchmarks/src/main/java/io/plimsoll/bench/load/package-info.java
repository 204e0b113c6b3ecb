/** A small market, and streams of commands to it. */
package io.plimsoll.bench.load;
