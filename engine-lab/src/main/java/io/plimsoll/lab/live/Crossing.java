package io.plimsoll.lab.live;

import java.util.Optional;

/**
 * The nearest price of an underlying, on one side of the price now, at which an account crosses its maintenance margin.
 *
 * @param first price at which it is on the other side; empty: it does not cross as far as was looked.
 * @param reached the last price that was looked at.
 */
public record Crossing(Optional<SurfacePoint> first, SurfacePoint reached) {}
