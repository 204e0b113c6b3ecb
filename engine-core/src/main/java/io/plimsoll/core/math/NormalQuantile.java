package io.plimsoll.core.math;

/** The normal quantile: M. J. Wichura's algorithm AS 241, routine PPND16 (<i>Applied Statistics</i> 37, 1988). */
final class NormalQuantile {
    private static final double CENTRAL = 0.425;
    private static final double CENTRAL_SQUARED = 0.180625;
    private static final double NEAR_TAIL = 5;

    private NormalQuantile() {}

    static double of(final double p) {
        if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        final double fromMedian = p - 0.5;
        if (Math.abs(fromMedian) <= CENTRAL) {
            return fromMedian * central(Math.fma(-fromMedian, fromMedian, CENTRAL_SQUARED));
        }
        final double tail = p < 0.5 ? p : 1 - p;
        if (tail == 0) {
            return p < 0.5 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        final double r = Math.sqrt(-Logarithm.log(tail));
        final double z = r <= NEAR_TAIL ? nearTail(r - 1.6) : farTail(r - NEAR_TAIL);
        return p < 0.5 ? -z : z;
    }

    private static double central(final double r) {
        double n = 2509.0809287301227;
        n = Math.fma(n, r, 33430.57558358813);
        n = Math.fma(n, r, 67265.7709270087);
        n = Math.fma(n, r, 45921.95393154987);
        n = Math.fma(n, r, 13731.69376550946);
        n = Math.fma(n, r, 1971.5909503065513);
        n = Math.fma(n, r, 133.14166789178438);
        n = Math.fma(n, r, 3.3871328727963665);
        double d = 5226.495278852854;
        d = Math.fma(d, r, 28729.085735721943);
        d = Math.fma(d, r, 39307.89580009271);
        d = Math.fma(d, r, 21213.794301586597);
        d = Math.fma(d, r, 5394.196021424751);
        d = Math.fma(d, r, 687.1870074920579);
        d = Math.fma(d, r, 42.31333070160091);
        d = Math.fma(d, r, 1);
        return n / d;
    }

    private static double nearTail(final double r) {
        double n = 0.0007745450142783414;
        n = Math.fma(n, r, 0.022723844989269184);
        n = Math.fma(n, r, 0.2417807251774506);
        n = Math.fma(n, r, 1.2704582524523684);
        n = Math.fma(n, r, 3.6478483247632045);
        n = Math.fma(n, r, 5.769497221460691);
        n = Math.fma(n, r, 4.630337846156546);
        n = Math.fma(n, r, 1.4234371107496835);
        double d = 1.0507500716444169e-09;
        d = Math.fma(d, r, 0.0005475938084995345);
        d = Math.fma(d, r, 0.015198666563616457);
        d = Math.fma(d, r, 0.14810397642748008);
        d = Math.fma(d, r, 0.6897673349851);
        d = Math.fma(d, r, 1.6763848301838038);
        d = Math.fma(d, r, 2.053191626637759);
        d = Math.fma(d, r, 1);
        return n / d;
    }

    private static double farTail(final double r) {
        double n = 2.0103343992922881e-07;
        n = Math.fma(n, r, 2.7115555687434876e-05);
        n = Math.fma(n, r, 0.0012426609473880784);
        n = Math.fma(n, r, 0.026532189526576124);
        n = Math.fma(n, r, 0.29656057182850487);
        n = Math.fma(n, r, 1.7848265399172913);
        n = Math.fma(n, r, 5.463784911164114);
        n = Math.fma(n, r, 6.657904643501103);
        double d = 2.0442631033899397e-15;
        d = Math.fma(d, r, 1.421511758316446e-07);
        d = Math.fma(d, r, 1.8463183175100548e-05);
        d = Math.fma(d, r, 0.0007868691311456133);
        d = Math.fma(d, r, 0.014875361290850615);
        d = Math.fma(d, r, 0.1369298809227358);
        d = Math.fma(d, r, 0.599832206555888);
        d = Math.fma(d, r, 1);
        return n / d;
    }
}
