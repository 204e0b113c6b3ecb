package io.plimsoll.bench.suite;

import io.plimsoll.bench.result.Recorder;
import java.nio.file.Path;

/** Benchmarks that run side by side in one JVM. */
public interface Suite {
    /** {@return its name on the command line} */
    String name();

    /** {@return what it measures, in a sentence} */
    String about();

    /**
     * Runs it.
     *
     * @param options how.
     * @param recorder takes what it measures.
     * @throws Exception if anything fails; what was recorded is of no use then.
     */
    void run(Options options, Recorder recorder) throws Exception;

    /**
     * How suites run.
     *
     * @param folder for journals; on the disk that is to be measured, emptied before and after.
     * @param rounds how often each figure is measured.
     * @param isQuick little work in a round: to see that everything runs, not to measure.
     * @param kernels folder with the C sources of baselines; null: there is none.
     * @param profilers names of JMH profilers, separated by commas; may be empty.
     */
    record Options(Path folder, int rounds, boolean isQuick, Path kernels, String profilers) {
        /**
         * The same with its rounds spread over several JVMs.
         *
         * @param forks their number.
         * @return options for each of them.
         */
        public Options overForks(final int forks) {
            return new Options(folder, (rounds + forks - 1) / forks, isQuick, kernels, profilers);
        }

        /** So much usually, so little when quick. */
        int size(final int usual, final int quick) {
            return isQuick ? quick : usual;
        }
    }
}
