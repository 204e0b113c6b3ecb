package io.plimsoll.lab.whatif;

import io.plimsoll.core.margin.model.MarginTerms;
import io.plimsoll.core.risk.NodeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An explanation as lines of text: indented, amounts aligned on the right and rounded to cents, how each comes about beside it.
 * {@code >} marks what binds. What is small or does not bind is folded; a line says how much that is.
 */
public final class ExplanationText {
    private static final String NONE = "none";
    private static final int CHILDREN = 6;
    private static final int SHARES = 5;
    private static final int LEAVES_WITH_SHARES = 1;
    private static final BigDecimal SMALL = new BigDecimal("0.005");
    private static final int LABEL_MAX = 56;
    private static final int MARK = 2;
    private static final Pattern OF_BLOCK = Pattern.compile(" [a-z]+ scenarios$");

    private final Explanation explanation;
    private final Detail detail;
    private final Set<Integer> shown = new HashSet<>();
    private final Set<Integer> withShares = new HashSet<>();
    private final List<Line> lines = new ArrayList<>();

    /**
     * How much is shown.
     *
     * @param depth how many levels.
     * @param isAll whether nothing is folded.
     */
    public record Detail(int depth, boolean isAll) {
        /** What fits a screen. */
        public static final Detail SCREEN = new Detail(8, false);

        /** All of it. */
        public static final Detail ALL = new Detail(Integer.MAX_VALUE, true);

        /**
         * What somebody asked for.
         *
         * @param depth how many levels; does not matter when nothing is folded.
         * @param isAll whether nothing is folded.
         * @return the detail.
         */
        public static Detail of(final int depth, final boolean isAll) {
            return isAll ? ALL : new Detail(depth, false);
        }
    }

    private record Line(int indent, String mark, String label, BigDecimal amount, String note) {
        String left() {
            return " ".repeat(MARK * indent) + mark + label;
        }
    }

    private ExplanationText(final Explanation explanation, final Detail detail) {
        this.explanation = explanation;
        this.detail = detail;
        explanation.drivers().stream()
                .limit(detail.isAll() ? Integer.MAX_VALUE : LEAVES_WITH_SHARES)
                .forEach(leaf -> withShares.add(leaf.id()));
    }

    /**
     * Makes the lines.
     *
     * @param explanation of a margin.
     * @param detail how much of it.
     * @return lines of text.
     */
    public static List<String> of(final Explanation explanation, final Detail detail) {
        final ExplanationText text = new ExplanationText(explanation, detail);
        text.add(explanation.initial(), explanation.initial().label(), 0, "");
        text.add(explanation.maintenance(), explanation.maintenance().label(), 0, "");
        return text.rendered();
    }

    private void add(final ExplainedNode node, final String label, final int indent, final String mark) {
        if (node.kind() == NodeKind.SAME) {
            addSame(node, label, indent, mark);
            return;
        }
        if (isFloor(node)) {
            final ExplainedNode binding = node.binding().orElseThrow();
            if (binding.name().equals(NONE)) {
                lines.add(new Line(indent, mark, label, node.amount(), "no loss"));
            } else {
                add(binding, label, indent, mark);
            }
            return;
        }
        if (node.kind() == NodeKind.SUM
                && node.children().size() == 1
                && !isNoted(node.children().get(0))) {
            add(node.children().get(0), label, indent, mark);
            return;
        }
        if (node.kind() == NodeKind.SCALE) {
            addScale(node, label, indent, mark);
            return;
        }
        lines.add(new Line(indent, mark, label, node.amount(), note(node)));
        addBelow(node, indent + 1);
    }

    private static String note(final ExplainedNode node) {
        return node.scenario()
                .map(scenario -> OF_BLOCK.matcher(node.formula()).replaceFirst("") + ": " + scenario)
                .orElse(node.formula());
    }

    /** A leaf that no scenario gives, and that says how it comes about. */
    private static boolean isNoted(final ExplainedNode node) {
        return node.kind() == NodeKind.LEAF
                && node.scenario().isEmpty()
                && !node.formula().isEmpty();
    }

    /** A largest that only keeps an amount from being negative. */
    private static boolean isFloor(final ExplainedNode node) {
        return node.kind() == NodeKind.MAX
                && node.children().stream().anyMatch(child -> child.name().equals(NONE))
                && node.children().size() == 2;
    }

    private void addSame(final ExplainedNode node, final String label, final int indent, final String mark) {
        final ExplainedNode other = explanation.node(node.standsFor().orElseThrow());
        final boolean isRoot = other.equals(explanation.maintenance());
        if (isRoot || shown.contains(other.id())) {
            lines.add(new Line(indent, mark, label, node.amount(), isRoot ? "below" : "as above"));
        } else {
            shown.add(other.id());
            add(other, label, indent, mark);
        }
    }

    /** A multiple is one line with what it is a multiple of; what that is made of comes below. */
    private void addScale(final ExplainedNode node, final String label, final int indent, final String mark) {
        final ExplainedNode child = node.children().get(0);
        final boolean isSame = child.kind() == NodeKind.SAME;
        final ExplainedNode of = isSame ? explanation.node(child.standsFor().orElseThrow()) : child;
        final String rate = Numbers.plain(node.rate().orElseThrow()) + " x ";
        if (node.rate().orElseThrow().compareTo(BigDecimal.ONE) == 0 && isSame) {
            add(child, of.label(), indent, mark);
            return;
        }
        final boolean isKnown = isSame && !shown.add(of.id());
        final String name = node.label().equals("factor") ? rate + of.label() : label;
        lines.add(new Line(
                indent, mark, name, node.amount(), rate + Numbers.money(of.amount()) + (isKnown ? ", as above" : "")));
        if (!isKnown) {
            final ExplainedNode inner = unwrapped(of);
            if (inner.scenario().isPresent()) {
                add(inner, inner.label(), indent + 1, "");
            } else {
                addBelow(inner, indent + 1);
            }
        }
    }

    /** What a node is, past levels that only keep it from being negative. */
    private static ExplainedNode unwrapped(final ExplainedNode node) {
        ExplainedNode at = node;
        while (isFloor(at) || (at.kind() == NodeKind.SUM && at.children().size() == 1)) {
            at = at.binding().orElse(at.children().get(0));
        }
        return at;
    }

    private void addBelow(final ExplainedNode node, final int indent) {
        if (indent > detail.depth()) {
            return;
        }
        if (node.kind() == NodeKind.LEAF) {
            addShares(node, indent);
        } else if (node.kind() == NodeKind.MAX && !detail.isAll()) {
            for (final ExplainedNode child : node.children()) {
                if (child.binds()) {
                    add(child, child.label(), indent, "> ");
                } else {
                    lines.add(new Line(indent, "  ", child.label(), child.amount(), seeBelow(child)));
                }
            }
        } else if (node.kind() == NodeKind.SCALE) {
            add(node, node.label(), indent, "");
        } else {
            addParts(node, indent);
        }
    }

    private String seeBelow(final ExplainedNode child) {
        return child.standsFor().isPresent()
                        && explanation.maintenance().id() == child.standsFor().getAsInt()
                ? "below"
                : "";
    }

    private void addParts(final ExplainedNode node, final int indent) {
        final List<ExplainedNode> folded = new ArrayList<>();
        final Set<Integer> largest = new HashSet<>();
        node.children().stream()
                .sorted(Comparator.comparing(
                                (ExplainedNode child) -> child.amount().abs())
                        .reversed())
                .limit(CHILDREN)
                .filter(child -> isLarge(child.amount(), node.amount()))
                .forEach(child -> largest.add(child.id()));
        for (final ExplainedNode child : node.children()) {
            if (detail.isAll() || largest.contains(child.id())) {
                add(child, child.label(), indent, node.kind() == NodeKind.MAX && child.binds() ? "> " : "");
            } else {
                folded.add(child);
            }
        }
        final boolean isList =
                node.name().equals(MarginTerms.ADD_ONS) || node.name().equals(MarginTerms.INITIAL_ADD_ONS);
        if (isList
                ? !folded.isEmpty()
                : folded.stream().anyMatch(child -> child.amount().signum() != 0)) {
            final BigDecimal sum = folded.stream().map(ExplainedNode::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            lines.add(new Line(indent, "", folded(folded), sum, ""));
        }
    }

    private static String folded(final List<ExplainedNode> nodes) {
        final String names = String.join(
                ", ", nodes.stream().map(ExplainedNode::label).distinct().toList());
        final int room = 40;
        return names.length() <= room ? names : nodes.size() + " smaller ones";
    }

    private static boolean isLarge(final BigDecimal amount, final BigDecimal whole) {
        return amount.signum() != 0 && amount.abs().compareTo(whole.abs().multiply(SMALL)) >= 0;
    }

    private void addShares(final ExplainedNode leaf, final int indent) {
        if (!withShares.contains(leaf.id())) {
            return;
        }
        final int most = detail.isAll() ? Integer.MAX_VALUE : SHARES;
        final LargestShares largest = LargestShares.of(leaf.shares(), most);
        largest.shown().forEach(share -> lines.add(share(leaf, share, indent)));
        if (largest.others() > 0) {
            lines.add(new Line(indent, "", largest.others() + " other positions", signed(leaf, largest.rest()), ""));
        }
    }

    private static Line share(final ExplainedNode leaf, final Share share, final int indent) {
        final String quantity = share.quantity().signum() == 0
                ? ""
                : " x " + (share.quantity().signum() > 0 ? "+" : "") + Numbers.plain(share.quantity());
        final String note = leaf.isShortfall() ? "share" : "profit";
        return new Line(indent, "", share.position() + quantity, signed(leaf, share.amount()), note);
    }

    /** Profits have the sign of profits; shares of a shortfall that of the shortfall. */
    private static BigDecimal signed(final ExplainedNode leaf, final BigDecimal amount) {
        return leaf.isShortfall() ? amount : amount.negate();
    }

    private List<String> rendered() {
        final int left = Math.min(
                LABEL_MAX,
                lines.stream().mapToInt(line -> line.left().length()).max().orElse(0));
        final int right = lines.stream()
                .mapToInt(line -> Numbers.money(line.amount()).length())
                .max()
                .orElse(0);
        return lines.stream()
                .map(line -> padded(line.left(), left) + "  " + " ".repeat(right - width(line))
                        + Numbers.money(line.amount()) + (line.note().isEmpty() ? "" : "  " + line.note()))
                .toList();
    }

    private static int width(final Line line) {
        return Numbers.money(line.amount()).length();
    }

    private static String padded(final String text, final int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
