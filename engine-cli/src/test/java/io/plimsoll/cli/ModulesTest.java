package io.plimsoll.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The direction of dependencies between the modules, as docs/ARCHITECTURE.md draws it, over all classes of the project. */
class ModulesTest {
    /** Package of each module, and of those it may depend on. */
    private static final Map<String, List<String>> MAY_USE = new TreeMap<>(Map.of(
            "sbe", List.of(),
            "config", List.of(),
            "core", List.of("sbe"),
            "vector", List.of("core"),
            "client", List.of("sbe"),
            "journal", List.of("core", "sbe"),
            "gateway", List.of("journal", "core", "sbe", "config"),
            "lab", List.of("core", "client", "sbe", "config"),
            "cli", List.of("gateway", "lab", "journal", "core", "client", "sbe", "config")));

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll");

    @Test
    void noModuleUsesAnotherThanThoseBelowIt() {
        for (final Map.Entry<String, List<String>> module : MAY_USE.entrySet()) {
            final List<String> others = new ArrayList<>(MAY_USE.keySet());
            others.remove(module.getKey());
            others.removeAll(module.getValue());
            if (!others.isEmpty()) {
                noClasses()
                        .that()
                        .resideInAPackage(packageOf(module.getKey()))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                others.stream().map(ModulesTest::packageOf).toArray(String[]::new))
                        .check(ALL);
            }
        }
    }

    @Test
    void everyClassBelongsToAModule() {
        assertThat(ALL).allSatisfy(type -> assertThat(type.getPackageName().split("\\.", -1))
                .hasSizeGreaterThan(2)
                .satisfies(parts -> assertThat(MAY_USE).containsKey(parts[2])));
    }

    @Test
    void onlyTheGatewayAndTheJournalKnowChronicleAeronServersAndTheRing() {
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("journal"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("net.openhft..")
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage(packageOf("gateway"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.aeron.driver..", "com.lmax..")
                .check(ALL);
    }

    @Test
    void thePackagesOfTheCommandLineHaveNoCycle() {
        slices().matching("io.plimsoll.cli.(*)..").should().beFreeOfCycles().check(ALL);
        noClasses()
                .that()
                .resideInAnyPackage("io.plimsoll.cli.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.plimsoll.cli")
                .check(ALL);
    }

    private static String packageOf(final String module) {
        return "io.plimsoll." + module + "..";
    }
}
