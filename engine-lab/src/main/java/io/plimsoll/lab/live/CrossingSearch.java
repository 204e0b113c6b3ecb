package io.plimsoll.lab.live;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Looks for the nearest price, on each side of the price now, at which an account crosses its maintenance margin: in steps of
 * {@value #PACE_PERCENT} % from the price now, and between the first two that differ where the line between them crosses zero. An
 * account that crosses twice within such a step is not seen to.
 */
final class CrossingSearch {
    private static final int PACE_PERCENT = 3;
    private static final int HUNDRED = 100;
    private static final int PRICE_DIGITS = 7;
    private static final int LEAST_PERCENT = 5;
    private static final int MOST_PERCENT = 400;

    /** One look in so many halves what is left, whatever the shape of the figures. */
    private static final int LOOKS_TO_HALVE = 4;

    private final long index;
    private final long step;
    private final boolean isBelow;
    private final LongFunction<SurfacePoint> look;

    /** Looks from an index price x 10^10, at which the account is below its maintenance margin or not, by a look at any other. */
    CrossingSearch(final long index, final boolean isBelow, final LongFunction<SurfacePoint> look) {
        this.index = index;
        this.step = Math.max(
                1,
                BigDecimal.valueOf(index)
                        .round(new MathContext(PRICE_DIGITS, RoundingMode.DOWN))
                        .ulp()
                        .longValue());
        this.isBelow = isBelow;
        this.look = look;
    }

    /** {@return one in the seventh digit of the price now, x 10^10} */
    long step() {
        return step;
    }

    Crossing down() {
        return cross(false);
    }

    Crossing up() {
        return cross(true);
    }

    private Crossing cross(final boolean isUp) {
        final long last = index / HUNDRED * (isUp ? MOST_PERCENT : LEAST_PERCENT) / step * step;
        SurfacePoint reached = look.apply(index);
        long from = index;
        while (isUp ? from < last : from > last) {
            final long next = next(from, isUp);
            final long to = isUp ? Math.min(next, last) : Math.max(next, last);
            final SurfacePoint point = look.apply(to);
            if (point.standing().isEmpty()) {
                return new Crossing(Optional.empty(), reached);
            }
            if (hasCrossed(point)) {
                return new Crossing(Optional.of(closeIn(from, reached, to, point)), point);
            }
            reached = point;
            from = to;
        }
        return new Crossing(Optional.empty(), reached);
    }

    private boolean hasCrossed(final SurfacePoint point) {
        return left(point).signum() < 0 != isBelow;
    }

    private static BigDecimal left(final SurfacePoint point) {
        return point.left().orElseThrow();
    }

    /** The next price to look at, a whole number of steps; at least one further on. */
    private long next(final long from, final boolean isUp) {
        final long pace = Math.max(step, from / HUNDRED * PACE_PERCENT);
        return isUp ? Math.floorDiv(from + pace, step) * step : -Math.floorDiv(pace - from, step) * step;
    }

    /** Between a price on this side and one on the other; both whole numbers of steps, but for the price now. */
    private SurfacePoint closeIn(
            final long stands, final SurfacePoint standing, final long crossed, final SurfacePoint crossing) {
        long near = stands;
        long far = crossed;
        SurfacePoint found = crossing;
        BigDecimal atNear = left(standing);
        BigDecimal atFar = left(crossing);
        int looks = 1;
        long price = between(near, far, onTheLine(near, atNear, far, atFar));
        while (price != far) {
            final SurfacePoint point = look.apply(price);
            if (hasCrossed(point)) {
                far = price;
                found = point;
                atFar = left(point);
                // The end that stays counts for half, so that the next look falls on its side.
                atNear = half(atNear);
            } else {
                near = price;
                atNear = left(point);
                atFar = half(atFar);
            }
            final boolean isHalved = ++looks % LOOKS_TO_HALVE == 0;
            price = between(near, far, isHalved ? near + (far - near) / 2 : onTheLine(near, atNear, far, atFar));
        }
        return found;
    }

    private static BigDecimal half(final BigDecimal amount) {
        return amount.divide(BigDecimal.valueOf(2), MathContext.DECIMAL64);
    }

    /** Where the line between two points crosses zero. */
    private static long onTheLine(final long near, final BigDecimal atNear, final long far, final BigDecimal atFar) {
        return near
                + BigDecimal.valueOf(far - near)
                        .multiply(atNear)
                        .divide(atNear.subtract(atFar), MathContext.DECIMAL64)
                        .longValue();
    }

    /** A whole number of steps strictly between two prices, near one that is wanted; the far price where there is none. */
    private long between(final long near, final long far, final long wanted) {
        final long first = (Math.min(near, far) / step + 1) * step;
        final long last = (Math.max(near, far) - 1) / step * step;
        return first > last ? far : Math.max(first, Math.min(last, wanted / step * step));
    }
}
