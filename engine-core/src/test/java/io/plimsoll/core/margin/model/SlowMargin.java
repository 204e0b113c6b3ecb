package io.plimsoll.core.margin.model;

import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.RiskFrame;
import io.plimsoll.core.risk.RiskInstrument;
import java.math.BigInteger;
import java.util.List;

/**
 * The slow twin of {@link ChargeRun}: every number from the positions, in unbounded integers and plain loops, by the text of
 * docs/MARGIN.md. Rounds where that says so and nowhere else.
 */
public final class SlowMargin {
    private final MarginModel model;
    private final RiskFrame frame;
    private final List<SlowPosition> positions;
    private final SlowScenarios scenarios;
    private final SlowPositionCharges ofPositions;
    private final SlowUnderlyingCharges ofUnderlyings;
    private final SlowConcentration concentration;
    private final BigInteger risk;

    public SlowMargin(final MarginModel model, final RiskFrame frame, final Holdings holdings) {
        this(model, frame, holdings, List.of());
    }

    /** With open orders, but for what they lose at once; holdings list every row that orders are in, if need be with no lots. */
    SlowMargin(final MarginModel model, final RiskFrame frame, final Holdings holdings, final List<SlowOrder> orders) {
        this.model = model;
        this.frame = frame;
        this.positions = SlowPosition.of(holdings, orders);
        this.scenarios = new SlowScenarios(model, frame, positions, orders);
        this.ofPositions = new SlowPositionCharges(frame, positions);
        this.ofUnderlyings = new SlowUnderlyingCharges(frame, positions);
        this.concentration = new SlowConcentration(frame, positions, holdings.exposure(), scenarios);
        this.risk = charge(model.risk());
    }

    /** Risk, maintenance margin, initial margin. */
    public List<BigInteger> margins() {
        final BigInteger addOns = sum(model.addOns());
        final BigInteger maintenance =
                SlowNumbers.timesCeil(risk, model.maintenance()).add(addOns).add(sum(model.maintenanceAddOns()));
        final BigInteger initial =
                SlowNumbers.timesCeil(risk, model.initial()).add(addOns).add(sum(model.initialAddOns()));
        return List.of(risk, maintenance, maintenance.max(initial));
    }

    private BigInteger sum(final List<Charge> charges) {
        return charges.stream().map(this::charge).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** What one charge asks for, in minor units. */
    public BigInteger charge(final Charge charge) {
        if (charge instanceof SumOf sum) {
            return sum(sum.parts());
        }
        if (charge instanceof LargestOf largest) {
            return largest.parts().stream()
                    .map(this::charge)
                    .reduce(BigInteger::max)
                    .orElse(BigInteger.ZERO);
        }
        if (charge instanceof MultipleOf multiple) {
            return SlowNumbers.timesCeil(charge(multiple.part()), multiple.rate());
        }
        return ofRisk(charge);
    }

    private BigInteger ofRisk(final Charge charge) {
        if (charge instanceof ScenarioCharge measured) {
            return scenarios.charge(measured);
        }
        if (charge instanceof ExpiryCharge basis) {
            return basis(basis);
        }
        if (charge instanceof ConcentrationCharge large) {
            return concentration.charge(large);
        }
        if (charge instanceof PegCharge peg) {
            final long below = Math.max(0, peg.threshold() - frame.stablePrice());
            return SlowNumbers.timesCeil(risk, SlowNumbers.rateCeil(below, peg.factor()));
        }
        return ofPositions(charge);
    }

    private BigInteger ofPositions(final Charge charge) {
        if (charge instanceof NotionalCharge notional) {
            return ofPositions.notional(notional);
        }
        if (charge instanceof OptionCloseOutCharge closeOut) {
            return ofPositions.optionCloseOut(closeOut);
        }
        if (charge instanceof ShortOptionCharge shorts) {
            return ofPositions.shortOptions(shorts);
        }
        if (charge instanceof HaircutCharge haircut) {
            return ofPositions.haircut(haircut);
        }
        if (charge instanceof ConfidenceCharge confidence) {
            return ofPositions.confidence(confidence);
        }
        return ofUnderlyings(charge);
    }

    private BigInteger ofUnderlyings(final Charge charge) {
        if (charge instanceof RollCharge roll) {
            return ofUnderlyings.roll(roll);
        }
        if (charge instanceof VegaOffsetCharge vega) {
            return ofUnderlyings.vegaOffset(vega);
        }
        if (charge instanceof QuoteHedgeCharge hedge) {
            return ofUnderlyings.quoteHedge(hedge);
        }
        if (charge instanceof InterestCharge interest) {
            return ofUnderlyings.interest(interest);
        }
        if (charge instanceof FundingCharge funding) {
            return ofUnderlyings.funding(funding);
        }
        if (charge instanceof OpenInterestCharge interest) {
            return ofUnderlyings.openInterest(interest);
        }
        throw new IllegalArgumentException("no twin of " + charge);
    }

    /** The worst move of the basis of each expiry that expires, before discounts: times a factor that grows with its time. */
    private BigInteger basis(final ExpiryCharge charge) {
        BigInteger total = BigInteger.ZERO;
        for (final SlowColumns.Sum sum : new SlowColumns(positions).net(SlowColumns.ALL, RiskInstrument::expiry)) {
            final RiskFrame.Expiry expiry = frame.expiry(sum.sample().expiry());
            BigInteger worst = BigInteger.ZERO;
            for (int s = charge.block().from(); s < charge.block().to() && expiry.expires(); s++) {
                worst = worst.max(SlowNumbers.toMinorCeil(
                        BigInteger.valueOf(-scenarios.change(sum.sample().expiry(), sum.positions(), s)),
                        sum.sample().row().exponent()));
            }
            final long rate = charge.base() + SlowNumbers.rateCeil(expiry.years(), charge.perYear());
            total = total.add(SlowNumbers.timesCeil(worst, rate));
        }
        return total;
    }
}
