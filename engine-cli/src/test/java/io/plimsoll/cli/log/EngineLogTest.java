package io.plimsoll.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class EngineLogTest {
    private static final String TIME = "2[0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9:]{8}\\.[0-9]{3}Z";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesAnObjectALineWithNumbersAsNumbers() {
        try (EngineLog log = EngineLog.open(LogForm.JSON, out)) {
            EngineLog.logger()
                    .atWarn()
                    .addKeyValue("event", "slow_force")
                    .addKeyValue("epoch", 2)
                    .addKeyValue("seq", 57L)
                    .addKeyValue("file", "a \"b\"")
                    .log("the disk took long");
        }

        assertThat(said())
                .matches("\\{\"ts\":\"" + TIME + "\",\"level\":\"WARN\",\"event\":\"slow_force\",\"message\":\"the disk"
                        + " took long\",\"epoch\":2,\"seq\":57,\"file\":\"a \\\\\"b\\\\\"\"}\n");
    }

    @Test
    void writesALineForPeople() {
        try (EngineLog log = EngineLog.open(LogForm.TEXT, out)) {
            EngineLog.logger()
                    .atInfo()
                    .addKeyValue("event", "ready")
                    .addKeyValue("epoch", 2)
                    .log("clients may connect");
        }

        assertThat(said()).matches(TIME + " INFO ready: clients may connect \\(epoch 2\\)\n");
    }

    @Test
    void namesLibrariesAndLeavesOutWhatTheyOnlyMention() {
        final Logger library = LoggerFactory.getLogger("org.example.Thing");
        final Logger chronicle = LoggerFactory.getLogger("net.openhft.Thing");
        try (EngineLog log = EngineLog.open(LogForm.JSON, out)) {
            library.info("nothing");
            library.warn("odd {}", 5);
            chronicle.warn("nothing");
        }

        assertThat(said())
                .contains("\"event\":\"library\",\"message\":\"odd 5\",\"logger\":\"org.example.Thing\"}")
                .hasLineCount(1);
    }

    @Test
    void tellsWhereAFailureArose() {
        try (EngineLog log = EngineLog.open(LogForm.JSON, out)) {
            EngineLog.logger()
                    .atError()
                    .addKeyValue("event", "fault")
                    .setCause(new IllegalStateException("broken"))
                    .log("the engine stops");
        }

        assertThat(said())
                .contains("\"stack\":\"java.lang.IllegalStateException: broken")
                .hasLineCount(1);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
