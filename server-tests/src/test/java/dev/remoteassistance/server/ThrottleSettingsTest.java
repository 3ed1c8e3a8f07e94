package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.config.SettingValues;
import dev.remoteassistance.server.config.SettingsException;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThrottleSettingsTest {

    private static final String PREFIX = "REMOTE_ASSISTANCE_THROTTLE_";

    @Test
    void offByDefault() {
        assertThat(limits(Map.of())).isEmpty();
        assertThat(limits(Map.of("MODE", "off"))).isEmpty();
    }

    @Test
    void theFiguresOfGraph() {
        assertThat(limits(Map.of("MODE", "graph"))).hasValue(new ThrottleLimits(200, 100, Duration.ofSeconds(20)));
    }

    @Test
    void figuresOfTheOperator() {
        assertThat(limits(custom())).hasValue(new ThrottleLimits(50, 10, Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "MODE, on, 'must be off, graph or custom, not on'",
        "TENANT_REQUESTS, 0, 'must be 1 to 1000000000, not 0'",
        "TENANT_REQUESTS, 1000000001, 'must be 1 to 1000000000, not 1000000001'",
        "TENANT_REQUESTS, many, 'must be a whole number, not many'",
        "TENANT_REQUESTS, , is required with remote-assistance.throttle.mode=custom",
        "APP_REQUESTS, -1, 'must be 1 to 1000000000, not -1'",
        "APP_REQUESTS, 51, 'must be at most the tenant''s 50, not 51'",
        "APP_REQUESTS, , is required with remote-assistance.throttle.mode=custom",
        "WINDOW, PT0.5S, 'must be PT1S to PT24H, not PT0.5S'",
        "WINDOW, P2D, 'must be PT1S to PT24H, not PT48H'",
        "WINDOW, 20s, 'must be an ISO 8601 duration, such as PT20S, not 20s'",
        "WINDOW, , is required with remote-assistance.throttle.mode=custom",
    })
    void namesWhatIsWrong(String name, String value, String rule) {
        Map<String, String> wrong = custom();
        wrong.remove(name);
        if (value != null) {
            wrong.put(name, value);
        }
        assertThatThrownBy(() -> limits(wrong))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("(environment: " + PREFIX + name + ")")
                .hasMessageContaining(rule)
                .hasMessageNotContaining("java.");
    }

    @ParameterizedTest
    @CsvSource({"off, TENANT_REQUESTS, 5", "graph, APP_REQUESTS, 5", "graph, WINDOW, PT1S"})
    void refusesFiguresThatWouldHaveNoEffect(String mode, String name, String value) {
        assertThatThrownBy(() -> limits(Map.of("MODE", mode, name, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("(environment: %s%s) counts only with remote-assistance.throttle.mode=custom"
                        .formatted(PREFIX, name));
    }

    private static Map<String, String> custom() {
        return new HashMap<>(Map.of("MODE", "custom", "TENANT_REQUESTS", "50", "APP_REQUESTS", "10", "WINDOW", "PT1M"));
    }

    private static Optional<ThrottleLimits> limits(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(RequiredSettings.REQUIRED);
        settings.forEach((name, value) -> environment.put(PREFIX + name, value));
        ConfiguredServer.read(environment, Optional.empty());
        return new ThrottleSettings(SettingValues.read(environment, Optional.empty())).limits();
    }
}
