package dev.remoteassistance.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages of the kit, and which of them may know which. */
class PackagesTest {

    private static final String KIT = "dev.remoteassistance.contract";
    private static final int MAX_FILES = 12;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(KIT);

    /** What each package may depend on, beside itself. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            entry("spec.read", List.of()),
            entry("spec", List.of("spec.read")),
            entry("difference", List.of()),
            entry("schema.part", List.of("spec", "spec.read")),
            entry("schema.keyword", List.of("difference")),
            entry("schema.rule", List.of("difference", "schema.keyword", "schema.part", "spec")),
            entry("schema", List.of("difference", "schema.part", "schema.rule", "spec", "spec.read")),
            entry("access", List.of("difference", "spec", "spec.read")),
            entry(
                    "compare",
                    List.of("access", "difference", "schema", "schema.keyword", "schema.rule", "spec", "spec.read")),
            entry("lint.syntax", List.of("spec", "spec.read")),
            entry("lint", List.of("lint.syntax", "spec")),
            entry("release", List.of("spec")),
            entry("validation", List.of("spec", "spec.read")),
            entry("pact", List.of("spec", "spec.read", "validation")),
            entry("gate", List.of("compare", "difference", "pact", "release", "spec")),
            entry("option", List.of("pact")),
            entry("source", List.of("option")),
            entry("format", List.of("difference", "gate", "option", "pact", "source", "spec")),
            entry("report", List.of()),
            entry("ledger", List.of("pact", "report", "spec", "validation")),
            entry("check", List.of("format", "ledger", "pact", "spec")),
            entry("mutant.operator", List.of("difference", "spec")),
            entry(
                    "mutant",
                    List.of("difference", "gate", "ledger", "mutant.operator", "pact", "report", "spec", "spec.read")),
            entry("replay", List.of("pact")),
            entry("token", List.of("option", "replay")),
            entry("generate", List.of("pact", "spec")),
            entry("verify", List.of("generate", "option", "pact", "replay", "report", "spec", "token")),
            entry(
                    "command",
                    List.of(
                            "check",
                            "format",
                            "gate",
                            "ledger",
                            "lint",
                            "mutant",
                            "mutant.operator",
                            "option",
                            "pact",
                            "replay",
                            "spec",
                            "verify")));

    @Test
    void noCycles() {
        slices().matching(KIT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNamed() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(ALLOWED.keySet().stream().map(PackagesTest::full).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void dependenciesPointOneWay(String name) {
        List<String> allowed =
                ALLOWED.get(name).stream().map(PackagesTest::full).toList();
        classes()
                .that()
                .resideInAPackage(full(name))
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.describe(
                        "are of " + name + " or of " + ALLOWED.get(name),
                        type -> !type.getPackageName().startsWith(KIT)
                                || type.getPackageName().equals(full(name))
                                || allowed.contains(type.getPackageName())))
                .check(CLASSES);
    }

    static Set<String> packages() {
        return ALLOWED.keySet();
    }

    @Test
    void noPackageIsTooFull() {
        Map<String, Long> files = CLASSES.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MAX_FILES));
    }

    private static String full(String name) {
        return KIT + "." + name;
    }
}
