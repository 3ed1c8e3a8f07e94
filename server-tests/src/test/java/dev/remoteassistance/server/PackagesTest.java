package dev.remoteassistance.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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

/** Tests which packages of the server may depend on which. */
class PackagesTest {

    private static final String SERVER = "dev.remoteassistance.server";
    private static final int MAX_FILES = 12;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(SERVER);

    /** The composition root, together with the commands that use it. */
    private static final String COMPOSITION = "";

    /** The packages that each package may depend on, besides itself. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            entry("config", List.of()),
            entry("contract", List.of()),
            entry("http", List.of("contract")),
            entry("auth.issuer", List.of()),
            entry("auth", List.of("auth.issuer", "contract", "http")),
            entry("body", List.of("contract", "http")),
            entry("throttle", List.of("auth", "http")),
            entry("session", List.of("contract", "session.grammar")),
            entry("session.grammar", List.of()),
            entry("session.output", List.of("session")),
            entry("store", List.of("auth", "session")),
            entry("store.row", List.of("auth", "session", "store")),
            entry("store.session", List.of("session", "store", "store.row")),
            entry("store.commit", List.of("store", "store.row")),
            entry("store.database", List.of("store", "store.row", "store.session")),
            entry(
                    "store.sql",
                    List.of(
                            "auth",
                            "session",
                            "store",
                            "store.commit",
                            "store.database",
                            "store.row",
                            "store.session")),
            entry("report", List.of("auth", "contract", "http", "session", "store")),
            entry("management", List.of("contract", "http")),
            entry("telemetry", List.of("config", "contract", "http", "management")),
            entry("log", List.of("config", "management")),
            entry("front.deadline", List.of()),
            entry("front.tls", List.of()),
            entry("page", List.of("contract")),
            entry(
                    "front",
                    List.of(
                            "auth",
                            "body",
                            "config",
                            "contract",
                            "front.deadline",
                            "front.tls",
                            "http",
                            "page",
                            "report",
                            "session",
                            "store",
                            "throttle")),
            entry(
                    "dev",
                    List.of(
                            COMPOSITION,
                            "auth",
                            "auth.issuer",
                            "config",
                            "contract",
                            "page",
                            "report",
                            "store",
                            "store.sql")),
            entry(
                    "command",
                    List.of(
                            COMPOSITION,
                            "config",
                            "contract",
                            "dev",
                            "log",
                            "session",
                            "session.output",
                            "store",
                            "store.sql",
                            "telemetry")));

    @Test
    void noCycles() {
        slices().matching(SERVER + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNamed() {
        Set<String> packages = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        packages.remove(SERVER);

        assertThat(packages)
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
