package dev.remoteassistance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remoteassistance.server.config.ServerSettings;
import dev.remoteassistance.server.config.SettingsReader;
import dev.remoteassistance.server.http.ErrorCode;
import io.smallrye.config.WithDefault;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        List<String> rows = SettingsReader.names().map(ReadmeTest::setting).toList();
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

    private static String setting(String name) {
        return "| `%s` | `%s` | %s |"
                .formatted(
                        name,
                        SettingsReader.variable(name),
                        byDefault(ServerSettings.class, ServerSettings.PREFIX, name));
    }

    private static String byDefault(Class<?> group, String prefix, String name) {
        String[] rest = name.substring(prefix.length() + 1).split("\\.", 2);
        for (Method method : group.getDeclaredMethods()) {
            if (method.getName().equalsIgnoreCase(rest[0].replace("-", ""))) {
                WithDefault value = method.getAnnotation(WithDefault.class);
                if (rest.length == 2) {
                    return byDefault(method.getReturnType(), prefix + "." + rest[0], name);
                }
                if (method.getReturnType() == Optional.class) {
                    return "none";
                }
                return value == null ? "required" : "`" + value.value() + "`";
            }
        }
        throw new IllegalArgumentException("no such setting: " + name);
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
