package io.plimsoll.lab.backtest;

import io.plimsoll.config.model.ModelText;

/**
 * A model and the scenarios it is given.
 *
 * @param name what is different from the others, such as {@code d=0.5}.
 * @param model the margin model.
 * @param terms of its scenarios.
 * @param isVaried whether it is the tested model with other values; otherwise it was named.
 */
public record Variant(String name, ModelText model, WalkTerms terms, boolean isVaried) {}
