package io.plimsoll.cli;

import io.plimsoll.cli.output.Progress;
import io.plimsoll.cli.output.Terminal;
import io.plimsoll.lab.picture.PortfolioPage;
import io.plimsoll.lab.picture.PortfolioPictures;
import io.plimsoll.lab.picture.SurfaceGrid;
import io.plimsoll.lab.whatif.MarginAnswer;
import io.plimsoll.lab.whatif.PortfolioBook;
import io.plimsoll.lab.whatif.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code -o} and {@code --underlying}: a page and pictures of a portfolio. */
final class PictureOptions {
    private static final String PAGE = "report.html";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Also write report.html and the pictures as SVG to this folder, made if it is not there:"
                    + " surface-pnl, surface-margin, scenarios, tail. Default: none.")
    private Path folder;

    @Option(
            names = "--underlying",
            paramLabel = "NAME",
            description = "Underlying that moves alone over the surfaces, such as BTC. Default: all move alike.")
    private String underlying;

    boolean areWanted() {
        return folder != null;
    }

    /** Refuses what cannot be before anything is computed. */
    void check(final CommandSpec spec) {
        if (folder == null && underlying != null) {
            throw new ParameterException(
                    spec.commandLine(), "--underlying is about the pictures; -o DIR says where to write them");
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "-o is '" + folder + "', which is a file; allowed: a folder");
        }
    }

    void write(
            final String title,
            final PortfolioBook book,
            final List<MarginAnswer> before,
            final Terminal terminal,
            final ProgressOption progress,
            final Preset... models)
            throws IOException {
        final SurfaceGrid grid = underlying == null ? SurfaceGrid.DEFAULT : SurfaceGrid.DEFAULT.alone(underlying);
        final PortfolioPictures pictures;
        try (Progress bar = progress.begin(terminal, "surfaces", "cells")) {
            pictures = PortfolioPictures.of(book, grid, bar::at, models);
        }
        pictures.write(folder);
        PortfolioPage.write(title, book, before, pictures, folder.resolve(PAGE));
        terminal.err().println("report: " + folder.resolve(PAGE));
    }
}
