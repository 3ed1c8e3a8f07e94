package dev.remoteassistance.contract.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents are short and complete, and their links lead to something that exists. */
class MarkdownTest {

    private static final List<MarkdownPage> PAGES = MarkdownPage.all();
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

    @ParameterizedTest
    @FieldSource("PAGES")
    void linksLeadToFilesAndHeadings(MarkdownPage page) {
        List<String> broken = new ArrayList<>();
        for (String link : page.links()) {
            if (link.startsWith("https://")) {
                continue;
            }
            Path target = page.resolve(link);
            int hash = link.indexOf('#');
            if (!Files.exists(target) || hash >= 0 && !hasAnchor(target, link.substring(hash + 1))) {
                broken.add(link);
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean hasAnchor(Path target, String anchor) {
        return MarkdownPage.at(MarkdownPage.ROOT.relativize(target).toString())
                .anchors()
                .contains(anchor);
    }

    @Test
    void theReadmeIsShort() {
        assertThat(MarkdownPage.at("README.md").lineCount()).isLessThanOrEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void eachModuleHasAShortReadme(String module) {
        assertThat(MarkdownPage.at(module + "/README.md").lineCount()).isBetween(20, 60);
    }

    static List<String> modules() throws IOException {
        String pom = Files.readString(MarkdownPage.ROOT.resolve("pom.xml"));
        // All but the benchmarks' peers, which are below a module.
        return Pattern.compile("<module>([^/]+?)</module>")
                .matcher(pom)
                .results()
                .map(module -> module.group(1))
                .toList();
    }

    @Test
    void theReadmeListsEveryModule() throws IOException {
        assertThat(MarkdownPage.at("README.md").table("| module | what it is | for whom |"))
                .extracting(row -> row.get(0))
                .isEqualTo(modules().stream()
                        .map("[%1$s](%1$s/README.md)"::formatted)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("modulesOfManyPackages")
    void theReadmeOfAModuleListsItsPackages(String module) throws IOException {
        MarkdownPage readme = MarkdownPage.at(module + "/README.md");
        List<Path> listed = readme.table("| package | what it is about |").stream()
                .flatMap(row -> LINK.matcher(row.get(0)).results())
                .map(link -> readme.resolve(link.group(1)))
                .toList();

        assertThat(listed).containsExactlyInAnyOrderElementsOf(packages(module));
    }

    static List<String> modulesOfManyPackages() throws IOException {
        List<String> large = new ArrayList<>();
        for (String module : modules()) {
            if (packages(module).size() > 2) {
                large.add(module);
            }
        }
        return large;
    }

    private static List<Path> packages(String module) throws IOException {
        Path main = MarkdownPage.ROOT.resolve(module).resolve("src/main/java");
        // A module that has only tests has its packages in src/test.
        Path sources =
                Files.exists(main) ? main : MarkdownPage.ROOT.resolve(module).resolve("src/test/java");
        if (!Files.exists(sources)) {
            // All of its code is generated.
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.endsWith("package-info.java"))
                    .map(Path::getParent)
                    .toList();
        }
    }

    @Test
    void theClientsOfOtherLanguagesAreGeneratedAsTheBuildDoes() throws IOException {
        String pom = Files.readString(MarkdownPage.ROOT.resolve("pom.xml"));
        String version = pom.split("</?openapi-generator\\.version>", 3)[1];
        List<String> shown = Pattern.compile("openapi-generator-cli[:-](\\d[\\d.]*\\d)")
                .matcher(MarkdownPage.at("docs/languages.md").code("sh").get(0))
                .results()
                .map(name -> name.group(1))
                .toList();

        assertThat(shown).containsExactly(version, version);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionIsANote(String decision) {
        assertThat(MarkdownPage.at("docs/decisions/" + decision).lineCount()).isBetween(15, 30);
    }

    @Test
    void theIndexListsEveryDecision() throws IOException {
        assertThat(MarkdownPage.at("docs/decisions/README.md").links()).isEqualTo(decisions());
    }

    static List<String> decisions() throws IOException {
        try (Stream<Path> notes = Files.list(MarkdownPage.ROOT.resolve("docs/decisions"))) {
            return notes.map(note -> note.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
        }
    }
}
