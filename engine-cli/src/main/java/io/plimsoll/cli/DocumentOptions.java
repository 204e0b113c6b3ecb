package io.plimsoll.cli;

import io.plimsoll.config.Nearest;
import io.plimsoll.config.Shipped;
import io.plimsoll.config.model.ModelFile;
import io.plimsoll.config.model.ModelText;
import io.plimsoll.config.scenario.ScenarioSet;
import io.plimsoll.config.scenario.ScenarioSetFile;
import io.plimsoll.core.engine.MarginEngine;
import io.plimsoll.core.margin.PortfolioBook;
import io.plimsoll.core.margin.PortfolioBooks;
import io.plimsoll.core.margin.model.MarginModel;
import io.plimsoll.lab.live.DocumentChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which margin model and scenario set are to take the place of those that an engine has. */
final class DocumentOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--model",
            paramLabel = "NAME|FILE",
            completionCandidates = PresetOptions.Names.class,
            description = "Margin model, one that ships or a YAML file. Default: the one at work.")
    private String model;

    @Option(
            names = "--param",
            paramLabel = "PARAM=VALUE",
            description = "Another value for a parameter of the model, such as d=0.8. May be repeated. Default: none.")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--scenarios",
            paramLabel = "NAME|FILE",
            description = "Scenario set, one that ships or a YAML file. Default: the one at work.")
    private String scenarios;

    @Option(
            names = "--as",
            paramLabel = "N",
            description = "Which model is replaced, for the accounts that have it. Default: 1, that of new accounts.")
    private int id = 1;

    /** Refuses what is wrong on its face, before a journal is read. */
    void check() {
        if (model == null && parameters.isEmpty() && scenarios == null) {
            throw new ParameterException(
                    spec.commandLine(), "there is nothing to change; --model, --param or --scenarios says what");
        }
        Checks.atLeast(spec, "--as", 1, id);
    }

    /** Reads the files; a model that is not named is that of the engine, with other parameters. */
    DocumentChange read(final MarginEngine engine) {
        final Optional<ModelText> text = model == null && parameters.isEmpty()
                ? Optional.empty()
                : Optional.of(model(model == null ? atWork(engine) : model));
        return new DocumentChange(id, text, Optional.ofNullable(scenarios).map(this::set));
    }

    private ModelText model(final String name) {
        final Map<String, Long> instead = new LinkedHashMap<>();
        parameters.forEach(
                (parameter, value) -> instead.put(parameter, PresetOptions.femto("--param " + parameter, value, spec)));
        if (Shipped.MODELS.contains(name)) {
            return ModelFile.shipped(name, instead);
        }
        return ModelFile.read(file("--model", name, "margin model", Shipped.MODELS), instead);
    }

    private ScenarioSet set(final String name) {
        return ScenarioSetFile.isShipped(name)
                ? ScenarioSetFile.shipped(name)
                : ScenarioSetFile.read(file("--scenarios", name, "scenario set", Shipped.SCENARIO_SETS));
    }

    private Path file(final String option, final String name, final String kind, final List<String> shipped) {
        final Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is '" + name + "': there is no such file, and no such " + kind
                            + " ships; those that do: " + String.join(", ", shipped) + Nearest.question(name, shipped));
        }
        return file;
    }

    /** The engine has words, which do not say how parameters came in: only of what ships is that known. */
    private String atWork(final MarginEngine engine) {
        final PortfolioBooks books = engine.state().risk().inUse();
        final PortfolioBook book = books == null || id > PortfolioBooks.MODELS_MAX ? null : books.of(id);
        if (book == null) {
            throw new UsageException(
                    "there is no margin model " + id + " at work, of which a parameter could be another");
        }
        final MarginModel own = book.model();
        if (Shipped.MODELS.contains(own.name())
                && ModelFile.shipped(own.name(), Map.of()).version() == own.version()) {
            return own.name();
        }
        throw new UsageException("margin model " + id + " at work, '" + own.name() + "' v" + own.version()
                + ", is none that ships; --model FILE names it");
    }
}
