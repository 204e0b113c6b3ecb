package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.YamlFile;
import io.plimsoll.core.engine.Limits;
import io.plimsoll.sbe.MarginMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markets with a second margin model, which asks for half as much again, and what the tools tell of an account that has it. */
class ModelsTest {
    private static final Limits LIMITS = new Limits(8, 8, 8, 8, 8, 8, 8, 8, 8, 64);

    @TempDir
    private static Path folder;

    private static Path journal;
    private static String markets;

    @BeforeAll
    static void write() throws IOException {
        final String usual = YamlFile.shipped("models/plimsoll.yaml").text();
        final Path careful = folder.resolve("careful.yaml");
        Files.writeString(
                careful, usual.replace("name: plimsoll", "name: careful").replace("f_im: 1\n", "f_im: 1.5\n"));
        markets = withModels("{ 2: " + careful + " }");
        journal = folder.resolve("journal");
        try (JournalFixture fixture = new JournalFixture(journal, LIMITS)) {
            fixture.define(markets);
            for (final long account : List.of(7L, 8L)) {
                fixture.account(account, MarginMode.PORTFOLIO);
                fixture.deposit(account, 1, 50_000_000_000L);
            }
            fixture.mark(1, 600_000);
            fixture.work();
            fixture.trade(1, 1, 600_000, 1_000, 7, 8);
            fixture.changeModel(7, 2);
            fixture.changeModel(8, 3);
        }
    }

    private static String withModels(final String models) {
        return PortfolioFixture.MARKETS.replace(
                "{ scenarios: plimsoll, model: plimsoll }",
                "{ scenarios: plimsoll, model: plimsoll, models: " + models + " }");
    }

    private static String lines(final String... words) {
        return CommandLineRun.over(journal, words).out();
    }

    @Test
    void timelineTellsOfThem() {
        assertThat(lines("account", "timeline", "7", "--format", "csv"))
                .contains(",MODEL 2,\"from 1, initial margin ", ",change of account 7 to margin model 2\n");
        assertThat(lines("account", "timeline", "8", "--format", "csv"))
                .contains(",REFUSED,UNKNOWN_MODEL,-,-,change of account 8 to margin model 3\n");
    }

    @Test
    void accountShowSaysWhichModelItHasWhereThatIsNotTheFirst() {
        assertThat(lines("account", "show", "7")).contains("margin model                  2\n");
        assertThat(lines("account", "show", "8")).doesNotContain("margin model");
    }

    @Test
    void accountExplainNamesTheModelThatDecides() {
        assertThat(lines("account", "explain", "7")).contains("careful v1, scenarios plimsoll v1");
        assertThat(lines("account", "explain", "8")).contains("plimsoll v1, scenarios plimsoll v1");
    }

    @Test
    void whatIfAsksTheModelOfTheAccount() {
        final CommandLineRun own = CommandLineRun.of("what-if", "--account", "7", "--journal", journal.toString());
        final CommandLineRun usual =
                CommandLineRun.of("what-if", "--account", "7", "--journal", journal.toString(), "--model", "plimsoll");

        assertThat(own.err()).doesNotContain("margin model");
        assertThat(own.out()).contains("\ncareful ");
        assertThat(usual.err()).contains("note: account 7 has margin model 2, careful v1; this asks plimsoll\n");
        assertThat(usual.out()).contains("\nplimsoll ");
    }

    @Test
    void configValidateReadsFurtherModels() throws IOException {
        final Path file = folder.resolve("markets.yaml");
        Files.writeString(file, markets);
        assertThat(CommandLineRun.of("config", "validate", file.toString()).out())
                .contains("portfolio margin by plimsoll and 2: ", "careful.yaml over plimsoll");

        Files.writeString(file, withModels("{ 2: pmrm2 }"));
        assertThat(CommandLineRun.of("config", "validate", file.toString()).err())
                .contains(
                        "margin model 2, 'pmrm2' does not fit scenario set 'plimsoll' as it is laid out for 'plimsoll': ");
    }
}
