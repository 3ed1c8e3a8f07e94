package dev.remoteassistance.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.front.tls.TestIdentity;
import dev.remoteassistance.server.front.tls.TlsFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

    static final Map<String, String> REQUIRED = Map.of(
            "REMOTE_ASSISTANCE_AUTH_ISSUERS", "https://a/{tenantid},https://b/",
            "REMOTE_ASSISTANCE_AUTH_AUDIENCES", "api://reports",
            "REMOTE_ASSISTANCE_AUTH_JWKS_URI", "https://a/keys",
            "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS", "one,two",
            "REMOTE_ASSISTANCE_STORE_URL", "jdbc:sqlite:/var/lib/reports.db");

    private static final String CERTIFICATE = "REMOTE_ASSISTANCE_HTTP_TLS_CERTIFICATE";
    private static final String PRIVATE_KEY = "REMOTE_ASSISTANCE_HTTP_TLS_PRIVATE_KEY";

    @TempDir
    Path folder;

    @Test
    void defaults() {
        ServerSettings settings = read(REQUIRED);

        assertThat(settings.http().host()).isEqualTo("0.0.0.0");
        assertThat(settings.http().port()).isEqualTo(8080);
        assertThat(settings.management().host()).isEqualTo("127.0.0.1");
        assertThat(settings.management().port()).isEqualTo(8081);
        assertThat(settings.auth().tokenCacheSize()).isEqualTo(AccessTokenVerifier.CACHED_TOKENS);
        assertThat(TlsSettings.files(settings.http().tls())).isEmpty();
        assertThat(settings.http().drainTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.log().format()).isEqualTo(LogFormat.TEXT);
        assertThat(settings.log().access()).isTrue();
    }

    @Test
    void log() {
        assertThat(read(with("REMOTE_ASSISTANCE_LOG_FORMAT", "json")).log().format())
                .isEqualTo(LogFormat.JSON);
        assertThat(read(with("REMOTE_ASSISTANCE_LOG_ACCESS", "false")).log().access())
                .isFalse();
        assertThatThrownBy(() -> read(with("REMOTE_ASSISTANCE_LOG_FORMAT", "xml")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remote-assistance.log.format (environment: REMOTE_ASSISTANCE_LOG_FORMAT)");
    }

    @Test
    void neitherCertificateNorKeyAlone() {
        assertThatThrownBy(() -> read(with(CERTIFICATE, "a.crt")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(PRIVATE_KEY + ") is required where a certificate is set");
        assertThatThrownBy(() -> read(with(PRIVATE_KEY, "a.key")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(CERTIFICATE + ") is required where a private key is set");
    }

    @Test
    void certificateAndKey() throws IOException {
        TlsFiles files = TestIdentity.EC.writeTo(folder);
        Map<String, String> environment = with(CERTIFICATE, files.certificate().toString());
        environment.put(PRIVATE_KEY, files.privateKey().toString());
        assertThat(TlsSettings.files(read(environment).http().tls())).hasValue(files);

        Files.writeString(files.privateKey(), "nonsense");
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("remote-assistance.http.tls.private-key (environment: " + PRIVATE_KEY
                        + ") must hold an unencrypted key in PKCS#8")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(CERTIFICATE));

        Files.delete(files.certificate());
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(SettingsException.class)
                .hasMessage("remote-assistance.http.tls.certificate (environment: " + CERTIFICATE
                        + ") must be a readable file, which " + files.certificate() + " is not");
    }

    @Test
    void environment() {
        ServerSettings settings = read(REQUIRED);

        assertThat(settings.auth().issuers()).containsExactlyInAnyOrder("https://a/{tenantid}", "https://b/");
        assertThat(settings.auth().audiences()).containsExactly("api://reports");
        assertThat(settings.auth().jwksUri()).isEqualTo(URI.create("https://a/keys"));
        assertThat(settings.auth().allowedTenants()).containsExactlyInAnyOrder("one", "two");
        assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:/var/lib/reports.db");
    }

    @Test
    void theEnvironmentOverridesTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("server.properties"), """
                remote-assistance.http.port=9000
                remote-assistance.management.port=9001
                remote-assistance.store.url=jdbc:sqlite:file.db
                """);
        ServerSettings settings =
                new SettingsReader(with("REMOTE_ASSISTANCE_HTTP_PORT", "9999")).read(Optional.of(file));

        assertThat(settings.http().port()).isEqualTo(9999);
        assertThat(settings.management().port()).isEqualTo(9001);
        assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:/var/lib/reports.db");
    }

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
    @ValueSource(strings = {"http://keys.example/", "ftp://127.0.0.1/", "keys", "http://127.0.0.1.example/"})
    void refusesKeysThatAnybodyOnTheWayCouldReplace(String uri) {
        assertThatThrownBy(() -> read(with("REMOTE_ASSISTANCE_AUTH_JWKS_URI", uri)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remote-assistance.auth.jwks-uri")
                .hasMessageContaining("must be https");
    }

    @ParameterizedTest
    @CsvSource({
        "REMOTE_ASSISTANCE_HTTP_PORT, 70000, port must be 0 to 65535",
        "REMOTE_ASSISTANCE_MANAGEMENT_PORT, -1, port must be 0 to 65535",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:mysql:x, must begin with jdbc:sqlite: or jdbc:postgresql:",
        "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME, PT-1S, must be PT0S to PT10M",
        "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME, PT11M, must be PT0S to PT10M",
        "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME, soon, remote-assistance.http.drain-time",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:sqlite:, must be jdbc:sqlite: and the path of a file",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:sqlite::memory:, must be jdbc:sqlite: and the path of a file",
        "REMOTE_ASSISTANCE_STORE_URL, jdbc:sqlite:a.db?synchronous=OFF, must be jdbc:sqlite: and the path of a file",
        "REMOTE_ASSISTANCE_AUTH_JWKS_URI, https:///keys, must be https with a host",
        "REMOTE_ASSISTANCE_AUTH_ISSUERS, https://a/{tenantId}/v2.0, no other placeholder than {tenantid}",
        "REMOTE_ASSISTANCE_AUTH_ISSUERS, foo, must be an address",
        "REMOTE_ASSISTANCE_AUTH_AUDIENCE, typo, is no setting of this server",
        "REMOTE_ASSISTANCE_AUTH_ALLOWED_TENANTS, '', must not be empty",
        "REMOTE_ASSISTANCE_AUTH_TOKEN_CACHE_SIZE, -1, must not be negative",
    })
    void namesAValueOutOfRange(String variable, String value, String rule) {
        assertThatThrownBy(() -> read(with(variable, value)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(variable)
                .hasMessageContaining(rule);
    }

    @Test
    void takesPlainKeysFromThisMachine() {
        assertThat(read(with("REMOTE_ASSISTANCE_AUTH_JWKS_URI", "http://127.0.0.1:9/keys"))
                        .auth()
                        .jwksUri())
                .hasPort(9);
    }

    @Test
    void namesAValueOfTheWrongType() {
        assertThatThrownBy(() -> read(with("REMOTE_ASSISTANCE_HTTP_PORT", "many")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("remote-assistance.http.port (environment: REMOTE_ASSISTANCE_HTTP_PORT): "
                        + "Expected an integer value, got \"many\"");
    }

    @Test
    void namesASettingThatDoesNotExist() throws IOException {
        Path file = Files.writeString(folder.resolve("server.properties"), "remote-assistance.htp.port=1\n");
        assertThatThrownBy(() -> new SettingsReader(REQUIRED).read(Optional.of(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remote-assistance.htp.port")
                .hasMessageContaining("no setting of this server");
    }

    @Test
    void namesAFileThatDoesNotExist() {
        Path file = folder.resolve("nowhere.properties");
        assertThatThrownBy(() -> new SettingsReader(REQUIRED).read(Optional.of(file)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void theStoreAlone() {
        assertThat(new SettingsReader(Map.of("REMOTE_ASSISTANCE_STORE_URL", "jdbc:sqlite:a.db"))
                        .readStoreLocation(Optional.empty())
                        .url())
                .isEqualTo("jdbc:sqlite:a.db");
        assertThatThrownBy(() -> new SettingsReader(Map.of()).readStoreLocation(Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remote-assistance.store.url");
    }

    private static ServerSettings read(Map<String, String> environment) {
        return new SettingsReader(environment).read(Optional.empty());
    }

    private static Map<String, String> with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.put(variable, value);
        return environment;
    }
}
