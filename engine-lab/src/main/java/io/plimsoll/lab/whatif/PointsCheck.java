package io.plimsoll.lab.whatif;

import io.plimsoll.core.math.MonotoneCubic;
import io.plimsoll.core.math.SurfaceCheck;
import io.plimsoll.core.math.SurfaceSlice;
import io.plimsoll.lab.margin.SettlementWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
        final Optional<SurfaceSlice> slice = slice(expiry);
        if (slice.isEmpty()) {
            return;
        }
        final int at = all.indexOf(expiry);
        if (expiry.smile().orElseThrow() instanceof Smile.Points) {
            failOn(expiry, slice.get().fault(check));
        }
        if (at > 0) {
            slice(all.get(at - 1)).ifPresent(earlier -> failOn(expiry, earlier.faultBefore(slice.get(), check)));
        }
        if (at < all.size() - 1) {
            slice(all.get(at + 1)).ifPresent(later -> failOn(expiry, slice.get().faultBefore(later, check)));
        }
    }

    private Optional<SurfaceSlice> slice(final Expiry expiry) {
        final double forward = expiry.forward();
        final double years =
                SettlementWindow.years(Duration.between(now, expiry.time()).toSeconds());
        final Smile smile = expiry.smile().orElse(null);
        if (smile instanceof Smile.Points points) {
            return Optional.of(SurfaceSlice.of(forward, years, points.curve()));
        }
        if (smile instanceof Smile.Slice slice) {
            return Optional.of(SurfaceSlice.of(forward, years, slice.svi()));
        }
        return smile instanceof Smile.Flat flat
                ? Optional.of(SurfaceSlice.of(forward, years, level(forward, flat.all())))
                : Optional.empty();
    }

    /** One volatility as far as SVI is looked at. */
    private static MonotoneCubic level(final double forward, final double volatility) {
        final double reach = Math.exp(Smile.REACH);
        return new MonotoneCubic(
                new double[] {forward / reach, forward * reach},
                new double[] {volatility, volatility},
                MonotoneCubic.Beyond.FLAT);
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
