package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remoteassistance.contract.guide.MarkdownPage;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.http.ErrorCode;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What the documents say of code, dependencies, settings and codes is true of the project. */
class ReadmeTest {

    private static final List<MarkdownPage> PAGES = MarkdownPage.all();

    @ParameterizedTest
    @FieldSource("PAGES")
    void showsOnlyJavaThatATestRuns(MarkdownPage page) {
        String source = read(MarkdownPage.ROOT
                .resolve("contract-tests/src/test/java")
                .resolve(GuideTest.class.getName().replace('.', '/') + ".java"));
        List<String> run = Pattern.compile("(?s)( *)// shown in " + Pattern.quote(page.toString()) + "\n(.*?) *// end")
                .matcher(source)
                .results()
                .map(marked -> marked.group(2).replaceAll("(?m)^" + marked.group(1), ""))
                .toList();

        assertThat(page.code("java")).isEqualTo(run);
    }

    @Test
    void showsThePluginAsAProjectOfTheBuildUsesIt() {
        String pom = read(MarkdownPage.ROOT.resolve("contract-kit-maven-plugin/src/it/compatible/pom.xml"));
        List<String> used = Pattern.compile(
                        "(?s)( *)<!-- shown in contract-kit-maven-plugin/README.md -->\n(.*?) *<!-- end -->")
                .matcher(pom)
                .results()
                .map(marked -> marked.group(2)
                        .replaceAll("(?m)^" + marked.group(1), "")
                        .replaceAll("<version>[^<]*</version>", "<version/>"))
                .toList();

        assertThat(MarkdownPage.at("contract-kit-maven-plugin/README.md").code("xml").stream()
                        .map(shown -> shown.replaceAll("<version>[^<]*</version>", "<version/>"))
                        .toList())
                .isEqualTo(used);
    }

    @Test
    void showsTheFilesOfAnApplicationOfSpring() {
        Path folder = MarkdownPage.ROOT.resolve("spring-tests/src/test/resources/META-INF");

        assertThat(MarkdownPage.at("docs/spring.md").code("xml"))
                .isEqualTo(List.of(read(folder.resolve("validation.xml")), read(folder.resolve("later-members.xml"))));
    }

    @Test
    void listsEveryDependencyOfTheClientWithItsSize() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        for (Class<?> type : List.of(
                ObjectMapper.class,
                JsonParser.class,
                JsonProperty.class,
                JavaTimeModule.class,
                Nullable.class,
                Valid.class,
                NullMarked.class)) {
            rows.add(row(jar(type)));
        }
        rows.sort(Comparator.comparing(row -> row.get(0)));

        assertThat(MarkdownPage.at("client/README.md").table("| jar | size |")).isEqualTo(rows);
    }

    @Test
    void listsEverySettingWithItsDefault() {
        List<List<String>> rows =
                Stream.of(Setting.values()).map(ReadmeTest::setting).toList();
        assertThat(rows).hasSize(28);
        assertThat(MarkdownPage.at("docs/settings.md").table("| setting | environment | default |"))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void listsEveryCodeWithItsStatus() {
        assertThat(MarkdownPage.at("docs/api.md").table("| status | code | when |"))
                .extracting(row -> row.subList(0, 2))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> List.of("" + code.status(), "`%s`".formatted(code.code())))
                        .distinct()
                        .toList());
    }

    /** The contract describes each with its type first, in sentences; the page in phrases. */
    @Test
    void listsEveryColumnOfASession() throws IOException {
        JsonNode columns = new ObjectMapper()
                .readTree(ReadmeTest.class.getResourceAsStream("/openapi/remote-assistance.json"))
                .at("/components/schemas/RemoteAssistanceSessionColumn");
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < columns.required("enum").size(); i++) {
            String[] words =
                    columns.required("x-enum-descriptions").get(i).asText().split("\\. ", 2);
            rows.add(List.of(
                    "`%s`".formatted(columns.required("enum").get(i).asText()),
                    words[0],
                    (words[1].substring(0, 1).toLowerCase(Locale.ROOT) + words[1].substring(1))
                            .replaceFirst("\\.$", "")));
        }
        rows.add(List.of("`Count`", "Int64", "how many sessions a row stands for; only with groupBy"));

        assertThat(MarkdownPage.at("docs/sessions.md").table("| column | type | what it shows |"))
                .isEqualTo(rows);
    }

    private static List<String> setting(Setting setting) {
        String byDefault = setting.byDefault()
                .map(value -> value.isEmpty() ? "none" : "`" + value + "`")
                .orElse("required");
        return List.of("`%s`".formatted(setting.property()), "`%s`".formatted(setting.variable()), byDefault);
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<String> row(Path jar) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return List.of(name, "%d kB".formatted(Math.round(Files.size(jar) / 1000.0)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
