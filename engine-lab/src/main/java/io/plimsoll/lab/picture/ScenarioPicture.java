package io.plimsoll.lab.picture;

import io.plimsoll.lab.text.Show;
import io.plimsoll.lab.whatif.ExplainedNode;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.ScenarioLoss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the portfolio makes in each scenario of a model as bars, those that the risk comes from marked. */
final class ScenarioPicture {
    /** Most bars of the joint block. */
    static final int JOINT_BARS = 30;

    private static final int DRIVERS = 3;
    private static final String JOINT = "joint";
    private static final double HEADER = Title.HEIGHT + 26;
    private static final double HEADING = 30;

    private final List<ScenarioLoss> losses;
    private final Set<String> binding;

    private ScenarioPicture(final List<ScenarioLoss> losses, final MarginAnswer answer) {
        this.losses = losses;
        this.binding = answer.drivers().stream()
                .flatMap(node -> node.scenario().stream())
                .collect(Collectors.toSet());
    }

    /** Draws the picture; there is one scenario at least. */
    static String of(
            final List<ScenarioLoss> losses, final MarginAnswer answer, final Title title, final Layout layout) {
        return new ScenarioPicture(losses, answer).draw(title, bindingWords(answer), layout);
    }

    /** What decides the scenario risk, with scenarios and amounts. */
    static String bindingWords(final MarginAnswer answer) {
        final List<ExplainedNode> drivers = answer.drivers();
        if (drivers.isEmpty() || answer.tree().roots().get(0).amount().signum() == 0) {
            return "No scenario binds.";
        }
        final String words = drivers.stream()
                .limit(DRIVERS)
                .map(ScenarioPicture::words)
                .collect(Collectors.joining("; ", "Binds: " + answer.binding() + "; ", ""));
        return drivers.size() == 1 ? words : words + "; each of a part of the portfolio";
    }

    private static String words(final ExplainedNode leaf) {
        final String where = leaf.isShortfall() ? ", worst in " : " in ";
        return leaf.label() + " " + Show.money(leaf.amount())
                + leaf.scenario().map(where::concat).orElse("");
    }

    private String draw(final Title title, final String words, final Layout layout) {
        final Map<String, List<BarList.Bar>> blocks = blocks();
        final int bars = blocks.values().stream().mapToInt(List::size).sum();
        final List<String> lines = Words.wrapped(words, layout.width() - 20, Type.BOLD);
        final double top = HEADER + 16 * (lines.size() - 1);
        final Svg svg = new Svg(
                layout.width(),
                top + BarList.height(layout, bars) + HEADING * blocks.size() + 10,
                title.heading(),
                "Profit (right) or loss (left) of the whole portfolio in USD by scenario. " + words);
        title.draw(svg, "USD; loss to the left, profit to the right");
        for (int i = 0; i < lines.size(); i++) {
            svg.text(10, Title.HEIGHT + 16 + 16 * i, lines.get(i), Svg.Anchor.START, Type.BOLD);
        }
        final BarList list = new BarList(
                svg,
                layout,
                blocks.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(BarList.Bar::value)
                        .min()
                        .orElse(0),
                blocks.values().stream()
                        .flatMap(List::stream)
                        .mapToDouble(BarList.Bar::value)
                        .max()
                        .orElse(0));
        double y = top;
        for (final Map.Entry<String, List<BarList.Bar>> block : blocks.entrySet()) {
            svg.text(10, y + 20, block.getKey(), Svg.Anchor.START, Type.BOLD);
            y += HEADING;
            list.draw(block.getValue(), y);
            y += BarList.height(layout, block.getValue().size());
        }
        return svg.text();
    }

    private Map<String, List<BarList.Bar>> blocks() {
        final Map<String, List<ScenarioLoss>> byBlock = losses.stream()
                .collect(Collectors.groupingBy(ScenarioLoss::block, LinkedHashMap::new, Collectors.toList()));
        final Map<String, List<BarList.Bar>> blocks = new LinkedHashMap<>();
        byBlock.forEach((block, all) -> {
            final boolean isCut = block.equals(JOINT) && all.size() > JOINT_BARS;
            final List<ScenarioLoss> shown = new ArrayList<>(all);
            if (isCut) {
                shown.sort(Comparator.comparing(ScenarioLoss::loss).reversed());
                shown.subList(JOINT_BARS, shown.size()).clear();
            }
            blocks.put(
                    isCut
                            ? block + ": the worst " + JOINT_BARS + " of " + Show.count(all.size())
                            : block + ": " + all.size() + " scenarios",
                    shown.stream().map(this::bar).toList());
        });
        return blocks;
    }

    private BarList.Bar bar(final ScenarioLoss loss) {
        final double profit = -loss.loss().doubleValue();
        return new BarList.Bar(
                loss.scenario().substring(loss.scenario().indexOf(": ") + 2),
                profit,
                (profit > 0 ? "+" : "") + Show.money(loss.loss().negate()),
                profit < 0 ? BarList.LOSS : BarList.PROFIT,
                binding.contains(loss.scenario()));
    }
}
