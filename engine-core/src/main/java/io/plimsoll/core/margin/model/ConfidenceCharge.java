package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.Accumulator;
import io.plimsoll.core.risk.Column;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import io.plimsoll.core.risk.RiskKind;

/**
 * Doubtful prices cost margin: {@code (1 - confidence) x factor} of a position's notional where the confidence is below a
 * threshold. A position is as sure as the least sure of its own price, its underlying's and its expiry's; an option is also no
 * surer than a perpetual that is held beside it.
 *
 * @param name of the charge.
 * @param threshold confidence below which it is charged.
 * @param factor of what confidence lacks.
 */
public record ConfidenceCharge(String name, long threshold, long factor) implements Charge {
    private static final String POSITION = "position";
    private static final String NOTIONAL = "notional";

    @Override
    public boolean growth(final Growth lot) {
        final RiskInstrument of = lot.instrument();
        return of.confidence() >= threshold
                && lot.frame().figures(of.underlying()).confidence() >= threshold
                && lot.frame().expiry(of.expiry()).confidence() >= threshold;
    }

    @Override
    public int assess(final ChargeRun run) {
        final Accumulator tree = run.tree();
        final Holdings holdings = run.holdings();
        tree.sum(name, 0);
        for (int i = 0; i < holdings.count(); i++) {
            final RiskInstrument instrument = holdings.instrument(i);
            final long confidence = confidenceIn(run, instrument);
            if (confidence < threshold) {
                charge(tree, instrument, holdings.largest(i), Rate.timesCeil(Rate.ONE - confidence, factor));
            }
        }
        return tree.close();
    }

    private static void charge(
            final Accumulator tree, final RiskInstrument instrument, final long lots, final long rate) {
        final int vector = tree.takeColumns(instrument.row().exponent());
        tree.addColumns(vector, lots, instrument.row());
        tree.scale(POSITION, instrument.id(), rate);
        tree.column(NOTIONAL, instrument.id(), vector, Column.NOTIONAL);
        tree.close();
        tree.giveBack(vector);
    }

    private static long confidenceIn(final ChargeRun run, final RiskInstrument instrument) {
        final RiskFrame frame = run.frame();
        long least = Math.min(
                instrument.confidence(),
                Math.min(
                        frame.figures(instrument.underlying()).confidence(),
                        frame.expiry(instrument.expiry()).confidence()));
        for (int i = 0; i < run.holdings().count() && instrument.kind().isOption(); i++) {
            final RiskInstrument other = run.holdings().instrument(i);
            if (other.kind() == RiskKind.PERPETUAL && other.underlying() == instrument.underlying()) {
                least = Math.min(least, other.confidence());
            }
        }
        return least;
    }
}
