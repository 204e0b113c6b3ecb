package io.plimsoll.example;

/** Hears what the book matches. */
@FunctionalInterface
interface Fill {
    /**
     * Two orders met.
     *
     * @param maker the order that rested; it gives the price.
     * @param taker the order that came.
     * @param lots of the fill.
     */
    void of(Order maker, Order taker, long lots);
}
