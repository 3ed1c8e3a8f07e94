package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.config.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The settings without which no server starts, for tests that add others. */
final class RequiredSettings {

    static final Map<String, String> REQUIRED = Map.of(
            "REMOTE_ASSISTANCE_AUTH_ISSUERS", "https://a/{tenantid},https://b/",
            "REMOTE_ASSISTANCE_AUTH_AUDIENCES", "api://reports",
            "REMOTE_ASSISTANCE_AUTH_JWKS_URI", "https://a/keys",
            "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS", "one,two",
            "REMOTE_ASSISTANCE_STORE_URL", "jdbc:sqlite:/var/lib/reports.db");

    private RequiredSettings() {}

    static ConfiguredServer read(Map<String, String> environment) {
        return ConfiguredServer.read(environment, Optional.empty());
    }

    static Map<String, String> with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put(variable, value);
        return environment;
    }

    static void assertRefused(Map<String, String> environment, String message) {
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessage(message);
    }
}
