package io.plimsoll.cli.doctor;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JDK is new enough. */
final class JdkCheck implements Check {
    private static final int OLDEST = 17;
    private static final Path JDKS = Path.of("/usr/lib/jvm");
    private static final Pattern RELEASE = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    private final Machine machine;
    private final int feature;
    private final String description;

    JdkCheck(final Machine machine, final int feature, final String description) {
        this.machine = machine;
        this.feature = feature;
        this.description = description;
    }

    @Override
    public String name() {
        return "JDK";
    }

    @Override
    public Finding look() {
        if (feature < OLDEST) {
            return Finding.fail(description, "install JDK 17 or newer, or set JAVA_HOME to one");
        }
        final int newest = machine.names(JDKS).stream()
                .mapToInt(name -> featureOf(JDKS.resolve(name)))
                .max()
                .orElse(0);
        return Finding.ok(description + (newest > feature ? "; JDK " + newest + " is installed too" : ""));
    }

    private int featureOf(final Path folder) {
        final Matcher matcher =
                RELEASE.matcher(machine.read(folder.resolve("release")).orElse(""));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
