package io.plimsoll.core.math;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What gives the same bits on every machine, and nothing else, is called from here. */
class AllowedCallsTest {
    /** Each has one right answer by IEEE 754 or works on bits. */
    private static final Set<String> EXACT =
            Set.of("fma", "sqrt", "abs", "min", "max", "copySign", "getExponent", "scalb", "rint", "floor", "ulp");

    private static final JavaClasses MATHS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.plimsoll.core.math");

    @Test
    void onlyExactFunctionsOfThePlatformAreCalled() {
        classes().should(callOnlyExactMath()).check(MATHS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.StrictMath")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("jdk.incubator..", "java.math..")
                .check(MATHS);
    }

    @Test
    void theRuleSeesTheCallsOfThisPackage() {
        final long calls = MATHS.stream()
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().isEquivalentTo(Math.class))
                .count();
        assertThat(calls).isGreaterThan(200);
        final JavaClasses offender = new ClassFileImporter().importClasses(Black76Test.class);
        assertThat(classes().should(callOnlyExactMath()).evaluate(offender).hasViolation())
                .isTrue();
    }

    @Test
    void nothingStaticChanges() {
        classes().should(haveOnlyFinalStatics()).check(MATHS);
    }

    private static ArchCondition<JavaClass> callOnlyExactMath() {
        return new ArchCondition<>("call only exact functions of Math") {
            @Override
            public void check(final JavaClass type, final ConditionEvents events) {
                for (final JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (access.getTargetOwner().isEquivalentTo(Math.class) && !EXACT.contains(access.getName())) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveOnlyFinalStatics() {
        return new ArchCondition<>("have only final statics") {
            @Override
            public void check(final JavaClass type, final ConditionEvents events) {
                for (final JavaField field : type.getFields()) {
                    final Set<JavaModifier> modifiers = field.getModifiers();
                    if (modifiers.contains(JavaModifier.STATIC) && !modifiers.contains(JavaModifier.FINAL)) {
                        events.add(SimpleConditionEvent.violated(field, field.getDescription()));
                    }
                }
            }
        };
    }
}
