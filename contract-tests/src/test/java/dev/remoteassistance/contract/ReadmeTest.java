package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remoteassistance.server.config.Setting;
import dev.remoteassistance.server.http.ErrorCode;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says of code, dependencies, settings and codes is what is there. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final String readme = read(ROOT.resolve("README.md"));

    @ParameterizedTest
    @ValueSource(strings = {"client", "model"})
    void showsCodeThatATestRuns(String mark) {
        String source = read(ROOT.resolve("contract-tests/src/test/java")
                .resolve(GuideTest.class.getName().replace('.', '/') + ".java"));
        Matcher marked = Pattern.compile("( *)// README " + mark + "\n(.*?) *// end", Pattern.DOTALL)
                .matcher(source);
        assertThat(marked.find()).as("lines marked " + mark).isTrue();
        String code = marked.group(2).replaceAll("(?m)^" + marked.group(1), "");

        assertThat(readme).contains("```java\n" + code + "```");
    }

    @Test
    void listsEveryDependencyOfTheClientWithItsSize() throws Exception {
        List<String> rows = new ArrayList<>();
        for (Class<?> type : List.of(
                ObjectMapper.class,
                JsonParser.class,
                JsonProperty.class,
                JavaTimeModule.class,
                Nullable.class,
                Valid.class)) {
            rows.add(row(jar(type)));
        }
        rows.sort(Comparator.naturalOrder());

        assertThat(readme).contains(String.join("\n", rows));
    }

    @Test
    void listsEverySettingWithItsDefault() {
        List<String> rows = Stream.of(Setting.values()).map(ReadmeTest::setting).toList();
        assertThat(rows).hasSize(24);
        assertThat(readme).contains(rows);
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void listsEveryCodeWithItsStatus(ErrorCode code) {
        assertThat(readme).containsPattern("\\| %d \\| `%s` \\|".formatted(code.status(), code.code()));
    }

    @Test
    void namesFilesThatExist() {
        Matcher link = Pattern.compile("\\]\\((?!http)([^)#]+)\\)").matcher(readme);
        List<String> files = link.results().map(result -> result.group(1)).toList();
        assertThat(files)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(ROOT.resolve(file)).exists());
    }

    private static String setting(Setting setting) {
        String byDefault = setting.byDefault()
                .map(value -> value.isEmpty() ? "none" : "`" + value + "`")
                .orElse("required");
        return "| `%s` | `%s` | %s |".formatted(setting.property(), setting.variable(), byDefault);
    }

    private static Path jar(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static String row(Path jar) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        return "| %s | %d kB |".formatted(name, Math.round(Files.size(jar) / 1000.0));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
