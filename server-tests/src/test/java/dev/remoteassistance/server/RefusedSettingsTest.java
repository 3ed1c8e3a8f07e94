package dev.remoteassistance.server;

import static dev.remoteassistance.server.RequiredSettings.REQUIRED;
import static dev.remoteassistance.server.RequiredSettings.assertRefused;
import static dev.remoteassistance.server.RequiredSettings.read;
import static dev.remoteassistance.server.RequiredSettings.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.config.SettingsException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which settings keep a server from starting, and what its operator is told. */
class RefusedSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "REMOTE_ASSISTANCE_AUTH_ISSUERS, remote-assistance.auth.issuers",
        "REMOTE_ASSISTANCE_AUTH_AUDIENCES, remote-assistance.auth.audiences",
        "REMOTE_ASSISTANCE_AUTH_JWKS_URI, remote-assistance.auth.jwks-uri",
        "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS, remote-assistance.auth.allowed-tenants",
        "REMOTE_ASSISTANCE_STORE_URL, remote-assistance.store.url",
    })
    void namesWhatIsMissingOrEmpty(String variable, String setting) {
        Map<String, String> missing = new HashMap<>(REQUIRED);
        missing.remove(variable);
        String complaint = setting + " (environment: " + variable + ")";
        assertThatThrownBy(() -> read(missing))
                .isInstanceOf(SettingsException.class)
                .hasMessage(complaint + " is required");
        assertThatThrownBy(() -> read(with(variable, "")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThatThrownBy(() -> read(Map.of()))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(REQUIRED.size()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://keys.example/",
                "ftp://127.0.0.1/",
                "keys",
                "http://127.0.0.1.example/",
                "https://",
                "ht tp://a",
                ":"
            })
    void refusesKeysThatAnybodyOnTheWayCouldReplace(String uri) {
        assertThatThrownBy(() -> read(with("REMOTE_ASSISTANCE_AUTH_JWKS_URI", uri)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remote-assistance.auth.jwks-uri")
                .hasMessageContaining("must be https");
    }

    @ParameterizedTest
    @CsvSource({
        "REMOTE_ASSISTANCE_HTTP_HOST, ' ', must not be blank",
        "REMOTE_ASSISTANCE_HTTP_PORT, 70000, 'must be 0 to 65535, not 70000'",
        "REMOTE_ASSISTANCE_MANAGEMENT_PORT, -1, 'must be 0 to 65535, not -1'",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:mysql:x, must begin with jdbc:sqlite: or jdbc:postgresql:",
        "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME, PT-1S, must be PT0S to PT10M",
        "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME, PT11M, must be PT0S to PT10M",
        "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME, soon, 'must be an ISO 8601 duration, such as PT20S, not soon'",
        "REMOTE_ASSISTANCE_STORE_RETENTION, 365d, 'must be an ISO 8601 duration, such as P365D, not 365d'",
        "REMOTE_ASSISTANCE_STORE_RETENTION, PT0S, 'must be PT1S to PT876600H, not PT0S'",
        "REMOTE_ASSISTANCE_STORE_RETENTION, P36526D, 'must be PT1S to PT876600H, not PT876624H'",
        "REMOTE_ASSISTANCE_STORE_QUEUE_CAPACITY, 0, 'must be 1 to 2147483647, not 0'",
        "REMOTE_ASSISTANCE_STORE_MIGRATION, never, 'must be at-start or by-command, not never'",
        "REMOTE_ASSISTANCE_AUTH_AUDIENCES, 'a, ,b', must not hold blank entries",
        "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS, 'a,', must not hold blank entries",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:sqlite:, must be jdbc:sqlite: and the path of a file",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:sqlite::memory:, must be jdbc:sqlite: and the path of a file",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:sqlite:a.db?synchronous=OFF, must be jdbc:sqlite: and the path of a file",
        "REMOTE_ASSISTANCE_AUTH_JWKS_URI, https:///keys, must be https with a host",
        "REMOTE_ASSISTANCE_AUTH_ISSUERS, https://a/{tenantId}/v2.0, no other placeholder than {tenantid}",
        "REMOTE_ASSISTANCE_AUTH_ISSUERS, foo, must be an address",
        "REMOTE_ASSISTANCE_AUTH_AUDIENCE, typo, is no setting of this server",
        "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS, '', must not be empty",
        "REMOTE_ASSISTANCE_AUTH_TOKEN_CACHE_SIZE, -1, 'must be 0 to 2147483647, not -1'",
    })
    void namesAValueOutOfRange(String variable, String value, String rule) {
        assertThatThrownBy(() -> read(with(variable, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(rule);
    }

    @Test
    void namesAValueOfTheWrongType() {
        assertRefused(
                with("REMOTE_ASSISTANCE_HTTP_PORT", "many"),
                "remote-assistance.http.port (environment: REMOTE_ASSISTANCE_HTTP_PORT) must be a whole number, not many");
    }

    @Test
    void namesEverythingThatIsWrong() {
        Map<String, String> environment = with("REMOTE_ASSISTANCE_HTTP_PORT", "many");
        environment.put("REMOTE_ASSISTANCE_AUTH_JWKS_URI", "http://keys.example/");
        environment.put("REMOTE_ASSISTANCE_THROTTLE_WINDOW", "PT1S");
        environment.remove("REMOTE_ASSISTANCE_STORE_URL");
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(SettingsException.class)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(4));
    }
}
