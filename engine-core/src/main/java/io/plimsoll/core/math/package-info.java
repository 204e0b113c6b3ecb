/**
 * Floating-point mathematics with the same bits everywhere: only the basic operations of IEEE 754, square root and
 * fused multiply-add, in an order that the source fixes. Nothing here calls the platform's own {@code exp}, {@code log}
 * or {@code pow}. Functions allocate nothing, hold no state and throw only where the text says so.
 */
package io.plimsoll.core.math;
