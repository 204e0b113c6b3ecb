package io.plimsoll.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes the engine deterministic, held by a machine. */
class ArchitectureTest {
    private static final List<String> LAYERS = List.of(
            "fixed",
            "math",
            "instrument",
            "market",
            "account",
            "risk",
            "margin.model",
            "margin",
            "liquidation",
            "engine",
            "wire");
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll.core");

    @Test
    void everyPackageUsesOnlyThoseBeforeIt() {
        for (int lower = 0; lower < LAYERS.size(); lower++) {
            for (int higher = lower + 1; higher < LAYERS.size(); higher++) {
                noClasses()
                        .that()
                        .resideInAPackage("io.plimsoll.core." + LAYERS.get(lower))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("io.plimsoll.core." + LAYERS.get(higher))
                        .allowEmptyShould(true)
                        .check(CORE);
            }
        }
        classes()
                .should()
                .resideInAnyPackage(LAYERS.stream()
                        .map(layer -> "io.plimsoll.core." + layer)
                        .toArray(String[]::new))
                .check(CORE);
        slices().matching("io.plimsoll.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void onlyTheWirePackageSeesCodecs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.plimsoll.core.wire")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.plimsoll.sbe..")
                .check(CORE);
    }

    @Test
    void theCoreDependsOnNothingButTheSchemaAgronaAndPlainJava() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("io.plimsoll.core..", "io.plimsoll.sbe..", "org.agrona..", "java..")
                .check(CORE);
    }

    @Test
    void theCoreHasNoClockRandomInputOutputLoggerOrThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.time..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "java.security..",
                        "org.agrona.concurrent.status..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CORE);
        classes()
                .should(neverCall(Set.of("currentTimeMillis", "nanoTime", "getProperty", "getenv", "identityHashCode")))
                .check(CORE);
    }

    @Test
    void noLoopRunsOverAHashMap() {
        classes().should(neverIterateOverHashes()).check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(HashMap|HashSet|IdentityHashMap|WeakHashMap|Hashtable)")
                .check(CORE);
    }

    private static ArchCondition<JavaClass> neverCall(final Set<String> systemMethods) {
        return new ArchCondition<>("never ask the system for anything") {
            @Override
            public void check(final JavaClass type, final ConditionEvents events) {
                for (final JavaCall<?> call : type.getMethodCallsFromSelf()) {
                    final boolean asks = call.getTargetOwner().isEquivalentTo(System.class)
                            && systemMethods.contains(call.getName());
                    if (asks) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> neverIterateOverHashes() {
        final Set<String> iterating =
                Set.of("forEach", "values", "keySet", "entrySet", "iterator", "longForEach", "intForEach");
        return new ArchCondition<>("never iterate over a hash map") {
            @Override
            public void check(final JavaClass type, final ConditionEvents events) {
                for (final JavaCall<?> call : type.getMethodCallsFromSelf()) {
                    final boolean map = call.getTargetOwner().getPackageName().startsWith("org.agrona.collections");
                    if (map && iterating.contains(call.getName())) {
                        events.add(SimpleConditionEvent.violated(call, call.getDescription()));
                    }
                }
            }
        };
    }
}
