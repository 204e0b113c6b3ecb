package io.plimsoll.lab.whatif;

import io.plimsoll.core.math.Logarithm;
import io.plimsoll.core.math.MonotoneCubic;
import io.plimsoll.core.math.SurfaceCheck;
import io.plimsoll.lab.margin.SettlementWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks for arbitrage in volatilities that are given by points, as the engine does with its surfaces. */
final class PointsCheck {
    private static final double PERCENT = 100;

    private final SurfaceCheck check = new SurfaceCheck();
    private final String underlying;
    private final Instant now;

    PointsCheck(final String underlying, final Instant now) {
        this.underlying = underlying;
        this.now = now;
    }

    /**
     * Looks at one expiry and at those beside it.
     *
     * @param expiry in the list, in the future.
     * @param all expiries by time.
     * @throws MarketException when its volatilities allow arbitrage.
     */
    void check(final Expiry expiry, final List<Expiry> all) {
        if (expiry.smile().orElse(null) instanceof Smile.Points points) {
            failOn(expiry, check.points(expiry.forward(), years(expiry), points.curve()));
        }
        final int at = all.indexOf(expiry);
        if (at > 0) {
            calendar(all.get(at - 1), expiry, expiry);
        }
        if (at < all.size() - 1) {
            calendar(expiry, all.get(at + 1), expiry);
        }
    }

    private void calendar(final Expiry earlier, final Expiry later, final Expiry named) {
        if (earlier.smile().isPresent() && later.smile().isPresent()) {
            atPointsOf(earlier, earlier, later, named);
            atPointsOf(later, earlier, later, named);
        }
    }

    private void atPointsOf(final Expiry quoted, final Expiry earlier, final Expiry later, final Expiry named) {
        if (!(quoted.smile().orElseThrow() instanceof Smile.Points points)) {
            return;
        }
        for (int i = 0; i < points.curve().count(); i++) {
            final double ratio = points.curve().place(i) / quoted.forward();
            if (reaches(earlier, ratio) && reaches(later, ratio)) {
                failOn(
                        named,
                        check.calendar(
                                Logarithm.log(ratio),
                                volatility(earlier, ratio),
                                years(earlier),
                                volatility(later, ratio),
                                years(later)));
            }
        }
    }

    private static boolean reaches(final Expiry expiry, final double ratio) {
        if (!(expiry.smile().orElseThrow() instanceof Smile.Points points)) {
            return Math.abs(Logarithm.log(ratio)) <= Smile.REACH;
        }
        final MonotoneCubic curve = points.curve();
        final double strike = ratio * expiry.forward();
        return strike >= curve.place(0) && strike <= curve.place(curve.count() - 1);
    }

    private double volatility(final Expiry expiry, final double ratio) {
        return expiry.smile().orElseThrow().volatility(ratio * expiry.forward(), expiry.forward(), years(expiry));
    }

    private double years(final Expiry expiry) {
        return SettlementWindow.years(Duration.between(now, expiry.time()).toSeconds());
    }

    private void failOn(final Expiry named, final SurfaceCheck.Fault fault) {
        if (fault != SurfaceCheck.Fault.NONE) {
            final double strike = named.forward() * Math.exp(check.place());
            throw new MarketException("the volatilities of " + underlying + "-" + named.name()
                    + " cannot be priced with: "
                    + (fault == SurfaceCheck.Fault.CALENDAR
                            ? "a later expiry has less total variance than an earlier one at strike "
                            : "a butterfly costs less than nothing at strike ")
                    + Math.round(strike) + ", even if each volatility is off by "
                    + Math.round(PERCENT * SurfaceCheck.TOLERANCE) + " points");
        }
    }
}
