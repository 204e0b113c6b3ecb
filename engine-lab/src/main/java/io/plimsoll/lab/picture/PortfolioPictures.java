package io.plimsoll.lab.picture;

import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Preset;
import io.plimsoll.lab.whatif.ScenarioLoss;
import io.plimsoll.lab.whatif.WhatIf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All pictures of a portfolio: two surfaces and the scenarios of each model, and the tail, which is the same for all. */
public final class PortfolioPictures {
    private static final String BETWEEN = " Every cell is a what-if of its own; lines between cells are interpolated.";

    private final List<MarginAnswer> answers;
    private final List<Picture> pictures = new ArrayList<>();

    private final String time;

    private PortfolioPictures(final PortfolioBook book, final Preset... presets) {
        answers = WhatIf.margin(book.portfolio(), book.market(), presets);
        time = book.market().time().toString();
    }

    /**
     * Computes and draws.
     *
     * @param book market and portfolio.
     * @param grid moves of the surfaces.
     * @param progress hears of every cell of all surfaces.
     * @param presets the models, at least one.
     * @return the pictures.
     * @throws io.plimsoll.lab.whatif.MarketException when a position or the grid's underlying is not in the market.
     */
    public static PortfolioPictures of(
            final PortfolioBook book,
            final SurfaceGrid grid,
            final Surface.Listener progress,
            final Preset... presets) {
        final PortfolioPictures all = new PortfolioPictures(book, presets);
        for (int i = 0; i < presets.length; i++) {
            final int done = i;
            final Surface surface = Surface.of(
                    book,
                    presets[i],
                    grid,
                    (cells, count) -> progress.at(done * count + cells, presets.length * count));
            all.surfaces(surface, presets[i].name(), presets.length > 1);
            all.scenarios(
                    WhatIf.scenarios(book.portfolio(), book.market(), presets[i]),
                    all.answers.get(i),
                    presets.length > 1);
        }
        all.tail(WhatIf.tail(book.portfolio(), book.market(), presets));
        return all;
    }

    private void surfaces(final Surface surface, final String model, final boolean isOneOfMany) {
        for (final SurfacePicture.Quantity quantity : SurfacePicture.Quantity.values()) {
            final boolean isProfit = quantity == SurfacePicture.Quantity.PROFIT;
            final String heading = (isProfit ? "Profit and loss" : "Initial margin") + of(model, isOneOfMany);
            final Title title = new Title(heading, "model " + model + ", " + time);
            pictures.add(new Picture(
                    file(isProfit ? "surface-pnl" : "surface-margin", model, isOneOfMany),
                    heading,
                    (isProfit
                                    ? "What the portfolio makes when prices and volatilities move at once, and where the margin"
                                            + " status changes."
                                    : "The initial margin that the portfolio needs after such a move, and where its equity no"
                                            + " longer covers it.")
                            + BETWEEN,
                    SurfacePicture.of(surface, quantity, title, Layout.WIDE),
                    SurfacePicture.of(surface, quantity, title, Layout.NARROW)));
        }
    }

    private void scenarios(final List<ScenarioLoss> losses, final MarginAnswer answer, final boolean isOneOfMany) {
        if (losses.isEmpty() || answer.tail().shares().isEmpty()) {
            return;
        }
        final String heading = "Scenarios" + of(answer.model(), isOneOfMany);
        final Title title = new Title(heading, "model " + answer.model() + ", " + time);
        pictures.add(new Picture(
                file("scenarios", answer.model(), isOneOfMany),
                heading,
                "Profit or loss of the whole portfolio in each scenario, as the model counts it, before the factor of a"
                        + " block. > marks what the risk comes from.",
                ScenarioPicture.of(losses, answer, title, Layout.WIDE),
                ScenarioPicture.of(losses, answer, title, Layout.NARROW)));
    }

    private void tail(final List<ScenarioLoss> losses) {
        if (answers.get(0).tail().shares().isEmpty()) {
            return;
        }
        final String heading = "Tail of the losses";
        final Title title = new Title(heading, time);
        pictures.add(new Picture(
                "tail.svg",
                heading,
                "The worst scenarios of the joint block by loss, whichever block binds, and what each position adds to"
                        + " the expected shortfall.",
                TailPicture.of(losses, answers.get(0).tail(), title, Layout.WIDE),
                TailPicture.of(losses, answers.get(0).tail(), title, Layout.NARROW)));
    }

    private static String of(final String model, final boolean isOneOfMany) {
        return isOneOfMany ? ", " + model : "";
    }

    private static String file(final String name, final String model, final boolean isOneOfMany) {
        return name + (isOneOfMany ? "-" + model : "") + ".svg";
    }

    /** {@return the answers that the pictures are of, one a model} */
    public List<MarginAnswer> answers() {
        return answers;
    }

    /** {@return the pictures, model by model} */
    public List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    /**
     * Writes a file a picture.
     *
     * @param folder to write to; made if it is not there.
     */
    public void write(final Path folder) throws IOException {
        Files.createDirectories(folder);
        for (final Picture picture : pictures) {
            Files.writeString(folder.resolve(picture.file()), picture.svg());
        }
    }
}
