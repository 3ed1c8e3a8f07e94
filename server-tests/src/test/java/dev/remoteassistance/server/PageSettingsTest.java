package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.config.SettingValues;
import dev.remoteassistance.server.config.SettingsException;
import dev.remoteassistance.server.page.SignIn;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the settings of the page for operators. */
class PageSettingsTest {

    private static final String PREFIX = "REMOTE_ASSISTANCE_PAGE";
    private static final Map<String, String> COMPLETE = Map.of(
            PREFIX,
            "true",
            PREFIX + "_AUTHORITY",
            "https://login.example/tenant",
            PREFIX + "_CLIENT_ID",
            "client",
            PREFIX + "_SCOPE",
            "openid api://reports/.default");

    @Test
    void thereIsNoPageByDefault() {
        assertThat(read(Map.of()).signIn()).isEmpty();
    }

    @Test
    void readsHowThePageSignsIn() {
        assertThat(read(COMPLETE).signIn())
                .hasValue(new SignIn(
                        URI.create("https://login.example/tenant"), "client", "openid api://reports/.default"));
    }

    @ParameterizedTest
    @CsvSource({"AUTHORITY, page.authority", "CLIENT_ID, page.client-id", "SCOPE, page.scope"})
    void aPageNeedsAllOfThem(String variable, String property) {
        Map<String, String> incomplete = new HashMap<>(COMPLETE);
        incomplete.remove(PREFIX + "_" + variable);

        assertThatThrownBy(() -> readAll(incomplete))
                .isInstanceOf(SettingsException.class)
                .hasMessage("remote-assistance.%s (environment: %s_%s) is required with remote-assistance.page=true"
                        .formatted(property, PREFIX, variable));
    }

    @ParameterizedTest
    @CsvSource({"AUTHORITY, page.authority", "CLIENT_ID, page.client-id", "SCOPE, page.scope"})
    void withoutAPageTheyAreRefused(String variable, String property) {
        assertThatThrownBy(() -> readAll(Map.of(PREFIX + "_" + variable, "https://login.example")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("remote-assistance.%s (environment: %s_%s) counts only with remote-assistance.page=true"
                        .formatted(property, PREFIX, variable));
    }

    @Test
    void theAuthorityHasTls() {
        Map<String, String> plain = new HashMap<>(COMPLETE);
        plain.put(PREFIX + "_AUTHORITY", "http://login.example");

        assertThatThrownBy(() -> readAll(plain))
                .isInstanceOf(SettingsException.class)
                .hasMessage("remote-assistance.page.authority (environment: REMOTE_ASSISTANCE_PAGE_AUTHORITY) "
                        + "must be https with a host (or http on loopback)");
    }

    private static PageSettings read(Map<String, String> environment) {
        return new PageSettings(SettingValues.read(environment, Optional.empty()));
    }

    private static void readAll(Map<String, String> environment) {
        PageSettings page = read(environment);
        SettingValues.requireUsable(page::authority, page::clientId, page::scope);
    }
}
