package io.plimsoll.lab.whatif;

import io.plimsoll.core.risk.AmountTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the nodes of a margin model's tree are about. A node says its name and a place; which kind of place, the name tells. */
final class NodeNames {
    /** Kinds of places. */
    enum Subject {
        /** Of nothing in particular, or of what its parent is of. */
        NONE,
        /** Of an underlying. */
        UNDERLYING,
        /** Of an expiry. */
        EXPIRY,
        /** Of a strike. */
        STRIKE,
        /** Of a class. */
        CLASS,
        /** Of a position. */
        POSITION,
        /** Of a group of underlyings. */
        GROUP,
        /** Of an underlying and a quote currency. */
        QUOTE
    }

    private static final Set<String> OF_UNDERLYING = Set.of("alone", "underlying", "fee", "spread", "coin");
    private static final Set<String> IS_ITS_SUBJECT =
            Set.of("underlying", "expiry", "strike", "class", "position", "coin");
    private static final String GROUP = "group";
    private static final int QUOTES = 64;

    private final AmountTree tree;
    private final RiskBook book;

    NodeNames(final AmountTree tree, final RiskBook book) {
        this.tree = tree;
        this.book = book;
    }

    Subject subject(final int node) {
        final String name = tree.name(node);
        if (OF_UNDERLYING.contains(name)) {
            return Subject.UNDERLYING;
        }
        return switch (name) {
            case "expiry" -> Subject.EXPIRY;
            case "strike" -> Subject.STRIKE;
            case "class" -> Subject.CLASS;
            case "position" -> Subject.POSITION;
            case GROUP -> Subject.GROUP;
            case "rho" -> depth(node) == 0 ? Subject.NONE : Subject.UNDERLYING;
            case "offsetting vega" -> ofOffset(node, Subject.EXPIRY);
            case "offsetting delta" -> ofOffset(node, isByExpiry(node) ? Subject.EXPIRY : Subject.QUOTE);
            default -> Subject.NONE;
        };
    }

    /** A roll charge opens one sum below its underlying, the charges of quotes and vegas one for all and one for each. */
    private boolean isByExpiry(final int node) {
        int top = node;
        while (tree.parent(top) != AmountTree.NONE
                && tree.name(tree.parent(top)).equals(tree.name(node))) {
            top = tree.parent(top);
        }
        return tree.parent(top) != AmountTree.NONE
                && tree.name(tree.parent(top)).equals("underlying");
    }

    private Subject ofOffset(final int node, final Subject leaf) {
        final int shift = isByExpiry(node) ? 1 : 0;
        return switch (depth(node) + shift) {
            case 0 -> Subject.NONE;
            case 1 -> Subject.UNDERLYING;
            default -> leaf;
        };
    }

    /** How many of the nodes right above have the same name. */
    private int depth(final int node) {
        int depth = 0;
        int above = tree.parent(node);
        while (above != AmountTree.NONE && tree.name(above).equals(tree.name(node))) {
            depth++;
            above = tree.parent(above);
        }
        return depth;
    }

    /** Name and subject for people. */
    String label(final int node) {
        final String name = tree.name(node);
        final Subject subject = subject(node);
        if (subject == Subject.NONE) {
            return name;
        }
        final String of = nameOf(subject, tree.key(node));
        if (subject == Subject.GROUP) {
            return "group of " + of;
        }
        return IS_ITS_SUBJECT.contains(name) ? of : name.equals("alone") ? of + " alone" : name + " of " + of;
    }

    private String nameOf(final Subject subject, final long key) {
        final int place = Math.toIntExact(key);
        return switch (subject) {
            case UNDERLYING -> book.underlying(place);
            case QUOTE -> book.underlying(place / QUOTES);
            case EXPIRY -> book.expiry(place);
            case STRIKE -> book.strike(place);
            case POSITION -> position(key);
            case CLASS -> "class " + book.riskClass(place);
            case GROUP -> String.join(", ", group(place));
            case NONE -> "";
        };
    }

    /** Charges name a position by the id of its instrument; that of a coin is negative in an engine. */
    private String position(final long id) {
        return IntStream.range(0, book.count())
                .filter(position -> book.instrument(position).id() == id)
                .mapToObj(book::position)
                .findFirst()
                .orElseThrow();
    }

    /** Underlyings of a group in which there is a position, in the order of their places. */
    private List<String> group(final int group) {
        return IntStream.range(0, book.count())
                .map(position -> book.instrument(position).underlying())
                .filter(underlying -> book.frame().underlying(underlying).group() == group)
                .distinct()
                .sorted()
                .mapToObj(book::underlying)
                .toList();
    }

    /** Positions that a node is about: those of the nearest subject above. */
    List<Integer> positions(final int node) {
        final List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < book.count(); i++) {
            if (isAbout(node, i)) {
                positions.add(i);
            }
        }
        return positions;
    }

    private boolean isAbout(final int node, final int position) {
        for (int at = node; at != AmountTree.NONE; at = tree.parent(at)) {
            final long key = tree.key(at);
            switch (subject(at)) {
                case UNDERLYING -> {
                    return book.instrument(position).underlying() == key;
                }
                case EXPIRY -> {
                    return book.instrument(position).expiry() == key;
                }
                case GROUP -> {
                    final int underlying = book.instrument(position).underlying();
                    return book.frame().underlying(underlying).group() == key;
                }
                default -> {
                    // of all that stands above
                }
            }
        }
        return true;
    }
}
