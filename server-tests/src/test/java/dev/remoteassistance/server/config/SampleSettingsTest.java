package dev.remoteassistance.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Tests that the sample of a settings file, which lies beside the jar, has every setting with its default. */
class SampleSettingsTest {

    @Test
    void asksForWhatIsRequiredAndShowsEveryDefault() throws IOException {
        String sample = Files.readString(Path.of("../server/src/main/dist/server.properties"));
        Map<String, String> required = new HashMap<>();
        Map<String, String> optional = new HashMap<>();
        for (Setting setting : Setting.values()) {
            setting.byDefault()
                    .ifPresentOrElse(
                            value -> optional.put(setting.property(), value),
                            () -> required.put(setting.property(), ""));
        }

        assertThat(properties(sample)).isEqualTo(required);
        Map<Object, Object> shown = properties(sample.replaceAll("(?m)^#(?=remote-assistance\\.)", ""));
        shown.keySet().removeAll(required.keySet());
        assertThat(shown).isEqualTo(optional);
    }

    private static Map<Object, Object> properties(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        return properties;
    }
}
