package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** An engine starts here: media driver, ring, journal. */
final class EngineCheck implements Check {
    private final Path folder;
    private final Callable<String> trial;

    /**
     * A check.
     *
     * @param folder where the trial's journal is made and deleted.
     * @param trial starts a small engine, stops it, and says what was there.
     */
    EngineCheck(final Path folder, final Callable<String> trial) {
        this.folder = folder;
        this.trial = trial;
    }

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Finding look() {
        try {
            return Finding.ok(trial.call());
        } catch (final Exception | LinkageError e) {
            final String message = e.getMessage() == null ? "" : ": " + e.getMessage();
            return Finding.fail(
                    "a small engine with its journal in " + folder + " does not start: "
                            + e.getClass().getSimpleName()
                            + message.lines().findFirst().orElse(""),
                    "see to what else is FAIL, then try 'plimsoll serve --stacktrace'");
        }
    }
}
