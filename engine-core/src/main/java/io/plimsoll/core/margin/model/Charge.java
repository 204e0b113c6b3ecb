package io.plimsoll.core.margin.model;

/** A part of a margin model: it adds one node to the tree, with all that the node is made of below it. */
public interface Charge {
    /** {@return its name in the model, which the node bears} */
    String name();

    /**
     * Computes the charge of a portfolio.
     *
     * @param run the portfolio and the tree.
     * @return the node.
     */
    int assess(ChargeRun run);

    /**
     * Says by how much the charge grows at most when orders fill.
     *
     * @param lot one lot of an instrument; takes the growth.
     * @return false, if the charge does not say: then only {@link #assess} does.
     */
    default boolean growth(final Growth lot) {
        return false;
    }

    /** {@return whether it looks at the side of contracts, so that of two holdings the larger need not be the dearer one} */
    default boolean isBySide() {
        return false;
    }

    /** {@return whether what others of the account's group hold raises it} */
    default boolean looksAtGroup() {
        return false;
    }
}
