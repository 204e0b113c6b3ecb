/**
 * The loops over arrays of {@link io.plimsoll.core.math.ArrayLoops} by the Vector API of the JDK, with the bits of plain Java: from
 * that API only what works on each lane by itself and has one right answer ({@code + - * /}, fused multiply-add, comparisons,
 * choices, bits, moves between lanes); none of its elementary functions, and no sums over lanes.
 *
 * <p>The API is an incubator module. What is called of it here has the same binary form in Java 17 and 25.
 */
package io.plimsoll.vector;
