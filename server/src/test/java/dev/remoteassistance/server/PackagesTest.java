package dev.remoteassistance.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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

/** The rooms of the server, and which of them may know which. */
class PackagesTest {

    private static final String SERVER = "dev.remoteassistance.server";
    private static final int MAX_FILES = 12;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVER);

    /** What each package may depend on, beside itself. Those that are not named here are the composition above them. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            "contract", List.of(),
            "http", List.of("contract"),
            "auth", List.of("contract", "http"),
            "body", List.of("contract", "http"),
            "throttle", List.of("auth", "http"),
            "report", List.of("auth", "store"),
            "management", List.of("contract", "http"),
            "front.tls", List.of(),
            "front", List.of("auth", "body", "contract", "front.tls", "http", "report", "store", "throttle"));

    /** Packages that are still to be divided. */
    private static final Set<String> FULL = Set.of("", "auth", "store");

    @Test
    void noCycles() {
        slices().matching(SERVER + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingDependsOnTheComposition() {
        noClasses()
                .that()
                .resideInAPackage(SERVER + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER)
                .check(CLASSES);
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
                        type -> !type.getPackageName().startsWith(SERVER)
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
        FULL.forEach(name -> files.remove(full(name)));

        assertThat(files)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MAX_FILES));
    }

    @Test
    void nobodyUsesTheInsideOfJetty() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.jetty..internal..")
                .check(CLASSES);
    }

    private static String full(String name) {
        return name.isEmpty() ? SERVER : SERVER + "." + name;
    }
}
