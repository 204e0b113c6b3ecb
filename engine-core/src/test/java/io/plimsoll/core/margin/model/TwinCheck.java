package io.plimsoll.core.margin.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.core.risk.AmountTree;
import io.plimsoll.core.risk.Holdings;
import io.plimsoll.core.risk.ScenarioBlock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds an assessment to its slow twin: the margins, and every charge by its node in the tree. */
public final class TwinCheck {
    private static final int[] LEVELS_PPM = {975_000, 990_000};

    private final ChargeRun fast;
    private final AmountTree tree;
    private final SlowMargin slow;
    private final String what;

    private TwinCheck(final String what, final ChargeRun fast, final SlowMargin slow) {
        this.what = what;
        this.fast = fast;
        this.tree = fast.tree();
        this.slow = slow;
    }

    /** Fails naming the charge that differs. */
    public static void agree(
            final String what, final MarginModel model, final ChargeRun fast, final Holdings holdings) {
        agree(what, model, fast, holdings, List.of());
    }

    /** As well in value at risk and expected shortfall of some blocks, all underlyings together and each alone. */
    public static void agree(
            final String what,
            final MarginModel model,
            final ChargeRun fast,
            final Holdings holdings,
            final List<ScenarioBlock> measured) {
        final TwinCheck check = new TwinCheck(what, fast, new SlowMargin(model, fast.frame(), holdings));
        check.charge(model.risk(), fast.risk());
        check.charges(model.addOns(), MarginTerms.ADD_ONS);
        check.charges(model.initialAddOns(), MarginTerms.INITIAL_ADD_ONS);
        check.charges(model.maintenanceAddOns(), MarginTerms.MAINTENANCE_ADD_ONS);
        assertThat(Stream.of(fast.risk(), fast.maintenance(), fast.initial())
                        .map(check::amount)
                        .toList())
                .as(what)
                .isEqualTo(check.slow.margins());
        measured.forEach(check::measures);
    }

    private void measures(final ScenarioBlock block) {
        for (final int level : LEVELS_PPM) {
            for (final Measure.Kind kind : List.of(Measure.Kind.VALUE_AT_RISK, Measure.Kind.SHORTFALL)) {
                for (final Across across : List.of(Across.TOGETHER, Across.SUM)) {
                    final Charge charge =
                            new ScenarioCharge(kind + " " + level, block, new Measure(kind, level), across);
                    equal(charge, charge.assess(fast));
                }
            }
        }
    }

    private void charges(final List<Charge> charges, final String name) {
        for (int node = 0; node < tree.count(); node++) {
            if (tree.parent(node) == AmountTree.NONE && tree.name(node).equals(name)) {
                charges(charges, children(node));
            }
        }
    }

    private void charges(final List<Charge> charges, final List<Integer> nodes) {
        assertThat(nodes).as(what).hasSameSizeAs(charges);
        for (int i = 0; i < nodes.size(); i++) {
            charge(charges.get(i), nodes.get(i));
        }
    }

    private void charge(final Charge charge, final int node) {
        equal(charge, node);
        if (charge instanceof SumOf sum) {
            charges(sum.parts(), children(node));
        } else if (charge instanceof LargestOf largest) {
            charges(largest.parts(), children(node));
        } else if (charge instanceof MultipleOf multiple) {
            charges(List.of(multiple.part()), children(node));
        }
    }

    private void equal(final Charge charge, final int node) {
        assertThat(amount(node)).as("%s, %s", what, charge.name()).isEqualTo(slow.charge(charge));
    }

    private BigInteger amount(final int node) {
        return BigInteger.valueOf(tree.ceil(node));
    }

    private List<Integer> children(final int node) {
        final List<Integer> children = new ArrayList<>();
        for (int child = node + 1; child < tree.count(); child++) {
            if (tree.parent(child) == node) {
                children.add(child);
            }
        }
        return children;
    }
}
