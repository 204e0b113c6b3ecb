package io.plimsoll.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final int LINES_MAX = 25;

    @TempDir
    Path classes;

    @Test
    void showsAnExampleOfAtMostTwentyFiveLinesThatCompiles() throws IOException {
        final Matcher example = EXAMPLE.matcher(Files.readString(Path.of("README.md")));
        assertThat(example.find()).isTrue();
        final String code = example.group(1);
        final DiagnosticCollector<JavaFileObject> findings = new DiagnosticCollector<>();

        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final boolean compiled = compiler.getTask(
                        null,
                        null,
                        findings,
                        List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-Xlint:all"),
                        null,
                        List.of(source(code)))
                .call();

        assertThat(findings.getDiagnostics())
                .filteredOn(finding -> finding.getSource() != null)
                .isEmpty();
        assertThat(compiled).isTrue();
        assertThat(classes.resolve("Example.class")).exists();
        assertThat(code.lines().filter(line -> !line.isBlank())).hasSizeLessThanOrEqualTo(LINES_MAX);
    }

    private static JavaFileObject source(final String code) {
        return new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(final boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
