/** Exact arithmetic on {@code long}, with the rounding in the name of the method, and the hash that is kept by adding. */
package io.plimsoll.core.fixed;
