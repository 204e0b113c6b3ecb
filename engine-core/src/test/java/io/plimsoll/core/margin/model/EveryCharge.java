package io.plimsoll.core.margin.model;

import io.plimsoll.core.fixed.Rate;
import io.plimsoll.core.risk.RiskKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A model with many charges. */
final class EveryCharge {
    private EveryCharge() {}

    /** Every charge that gives a bound and that the usual test model does not have. */
    static MarginModel model(final int version) {
        final MarginModel usual = LiveMarket.model(version, false);
        final List<Charge> addOns = new ArrayList<>(usual.addOns());
        addOns.add(new RollCharge(
                "roll", ClassRates.of(Rate.ONE / 300), ClassRates.of(Rate.ONE / 20), RollCharge.Netting.OFFSET));
        addOns.add(new RollCharge(
                "gross roll", ClassRates.of(Rate.ONE / 900), ClassRates.of(Rate.ONE / 50), RollCharge.Netting.GROSS));
        addOns.add(new QuoteHedgeCharge("quote hedge", Rate.ONE / 100));
        addOns.add(new InterestCharge("interest", 2 * Rate.ONE));
        addOns.add(new OptionCloseOutCharge("option close-out", ClassRates.of(Rate.ONE / 3_000), Rate.ONE * 3 / 2));
        addOns.add(new ConcentrationCharge("concentration", LiveSet.GRID, Rate.ONE / 10, 2 * Rate.ONE));
        addOns.add(new FundingCharge("funding", Rate.ONE));
        addOns.add(new LossCharge("grid loss", LiveSet.GRID));
        addOns.add(new SumOf(
                "sum", List.of(new MultipleOf("tenth", Rate.ONE / 10, new LossCharge("worst", LiveSet.JOINT)))));
        addOns.add(new SmallestOf(
                "smallest",
                List.of(
                        new LossCharge("stress", LiveSet.STRESS),
                        new NotionalCharge("notional", EnumSet.allOf(RiskKind.class), ClassRates.of(Rate.ONE / 50)))));
        final List<Charge> initial = new ArrayList<>(usual.initialAddOns());
        initial.add(new HaircutCharge("collateral", true));
        initial.add(new ConfidenceCharge("confidence", Rate.ONE / 2, Rate.ONE));
        initial.add(new PegCharge("peg", Rate.ONE * 98 / 100, 2 * Rate.ONE));
        initial.add(
                new OpenInterestCharge("open interest", List.of(new OpenInterestCharge.Caps(0, 1_000, Rate.ONE / 2))));
        return new MarginModel(
                "every",
                version,
                false,
                usual.discounted(),
                usual.alwaysLoss(),
                usual.damped(),
                usual.risk(),
                usual.initial(),
                usual.maintenance(),
                addOns,
                initial,
                List.of(),
                usual.discount());
    }
}
