package io.plimsoll.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final long LONG_MS = 60_000;

    @TempDir
    private Path folder;

    private ChildProcess java(final Class<?> main, final String... arguments) {
        final List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return ChildProcess.start("the child", command, folder.resolve("child.log"));
    }

    /** Says that it is ready, complains, and stays until it is ended; or ends with a code. */
    static final class Child {
        private Child() {}

        public static void main(final String[] arguments) throws InterruptedException {
            System.err.println("a complaint");
            System.out.println("ready at last");
            if (arguments.length > 0) {
                System.exit(Integer.parseInt(arguments[0]));
            }
            Thread.sleep(LONG_MS);
        }
    }

    @Test
    void waitsForALineAndEndsTheProcess() {
        try (ChildProcess child = java(Child.class)) {
            assertThat(child.awaitLine(line -> line.startsWith("ready"), LONG_MS))
                    .isEqualTo("ready at last");
            // 143: ended by SIGTERM.
            assertThat(child.stop(LONG_MS)).isEqualTo(143);
            assertThat(folder.resolve("child.log")).hasContent("ready at last");
            assertThat(child.said()).containsExactly("ready at last", "a complaint");
        }
    }

    @Test
    void saysWhatTheProcessSaidWhenItEndsTooEarly() {
        try (ChildProcess child = java(Child.class, "7")) {
            assertThatThrownBy(() -> child.awaitLine(line -> line.equals("never"), LONG_MS))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContainingAll("the child ended with 7", "a complaint");
            assertThat(child.awaitEnd(LONG_MS)).isEqualTo(7);
        }
    }

    @Test
    void saysWhenAProgramCannotBeStarted() {
        assertThatThrownBy(() -> ChildProcess.start(
                        "the child", List.of(folder.resolve("nothing").toString()), folder.resolve("child.log")))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("cannot start the child");
    }
}
