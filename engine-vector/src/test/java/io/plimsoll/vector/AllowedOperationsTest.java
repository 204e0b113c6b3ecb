package io.plimsoll.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What has one right answer in each lane, and nothing else of the Vector API, is called from here. */
class AllowedOperationsTest {
    private static final JavaClasses LOOPS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll.vector");

    @Test
    void onlyExactOperationsAreNamed() {
        final Set<String> named = new TreeSet<>();
        LOOPS.stream()
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getSimpleName().equals("VectorOperators"))
                .forEach(access -> named.add(access.getTarget().getName()));
        assertThat(named).contains("FMA").isSubsetOf("FMA", "LT", "LE", "GT", "OR", "ASHR", "LSHL", "I2L");
    }

    @Test
    void noNumbersAreSummedOverLanesAndThePlatformsFunctionsAreNotCalled() {
        assertThat(LOOPS.stream().flatMap(type -> type.getMethodCallsFromSelf().stream()))
                .noneMatch(call -> call.getTargetOwner().getSimpleName().equals("DoubleVector")
                        && call.getName().equals("reduceLanes"))
                .noneMatch(call -> call.getTargetOwner().getName().matches("java\\.lang\\.(Strict)?Math")
                        && !call.getName().equals("min"));
    }
}
