package dev.remoteassistance.server;

import static dev.remoteassistance.server.RequiredSettings.REQUIRED;
import static dev.remoteassistance.server.RequiredSettings.assertRefused;
import static dev.remoteassistance.server.RequiredSettings.read;
import static dev.remoteassistance.server.RequiredSettings.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.config.Endpoint;
import dev.remoteassistance.server.config.LogFormat;
import dev.remoteassistance.server.config.SettingsException;
import dev.remoteassistance.server.front.tls.TestIdentity;
import dev.remoteassistance.server.front.tls.TlsFiles;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredServerTest {

    private static final String CERTIFICATE = "REMOTE_ASSISTANCE_HTTP_TLS_CERTIFICATE";

    private static final String PRIVATE_KEY = "REMOTE_ASSISTANCE_HTTP_TLS_PRIVATE_KEY";

    @TempDir
    Path folder;

    @Test
    void defaults() {
        ConfiguredServer server = read(REQUIRED);

        assertThat(server.listeners().api()).isEqualTo(new Endpoint("0.0.0.0", 8080));
        assertThat(server.listeners().management()).isEqualTo(new Endpoint("127.0.0.1", 8081));
        assertThat(server.auth().cachedTokens()).isEqualTo(AccessTokenVerifier.CACHED_TOKENS);
        assertThat(server.listeners().tls()).isEmpty();
        assertThat(server.listeners().drainTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(server.storeOptions()).isEqualTo(StoreOptions.DEFAULT);
        assertThat(server.storeLocation()).isEqualTo(StoreLocation.of("jdbc:sqlite:/var/lib/reports.db"));
        assertThat(server.logFormat()).isEqualTo(LogFormat.TEXT);
        assertThat(server.logsRequests()).isTrue();
    }

    @Test
    void log() {
        assertThat(read(with("REMOTE_ASSISTANCE_LOG_FORMAT", "json")).logFormat())
                .isEqualTo(LogFormat.JSON);
        assertThat(read(with("REMOTE_ASSISTANCE_LOG_ACCESS", "false")).logsRequests())
                .isFalse();
        assertRefused(
                with("REMOTE_ASSISTANCE_LOG_FORMAT", "xml"),
                "remote-assistance.log.format (environment: REMOTE_ASSISTANCE_LOG_FORMAT) must be text or json, not xml");
        assertRefused(
                with("REMOTE_ASSISTANCE_LOG_ACCESS", "no"),
                "remote-assistance.log.access (environment: REMOTE_ASSISTANCE_LOG_ACCESS) must be true or false, not no");
    }

    @Test
    void store() {
        Map<String, String> environment = with("REMOTE_ASSISTANCE_STORE_MIGRATION", "by-command");
        environment.put("REMOTE_ASSISTANCE_STORE_QUEUE_CAPACITY", "5");
        environment.put("REMOTE_ASSISTANCE_STORE_RETENTION", "P365D");
        environment.put("REMOTE_ASSISTANCE_STORE_USER", "reports");
        environment.put("REMOTE_ASSISTANCE_STORE_PASSWORD", " ab$$cd ${HOME} ");
        ConfiguredServer server = read(environment);

        assertThat(server.storeOptions())
                .isEqualTo(new StoreOptions(5, StoreOptions.Migration.BY_COMMAND, Optional.of(Duration.ofDays(365))));
        assertThat(server.storeLocation())
                .isEqualTo(new StoreLocation(
                        "jdbc:sqlite:/var/lib/reports.db", Optional.of("reports"), Optional.of(" ab$$cd ${HOME} ")));
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
        assertThat(read(environment).listeners().tls()).hasValue(files);

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
        ConfiguredServer server = read(REQUIRED);

        assertThat(server.auth().issuers())
                .containsExactlyInAnyOrder(
                        new IssuerTemplate("https://a/{tenantid}"), new IssuerTemplate("https://b/"));
        assertThat(server.auth().audiences()).containsExactly("api://reports");
        assertThat(server.auth().jwksUri()).isEqualTo(URI.create("https://a/keys"));
        assertThat(server.auth().allowedTenants()).containsExactlyInAnyOrder("one", "two");
        assertThat(server.storeLocation().url()).isEqualTo("jdbc:sqlite:/var/lib/reports.db");
    }

    @Test
    void theEnvironmentOverridesTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("server.properties"), """
                remote-assistance.http.port=9000
                remote-assistance.management.port=9001
                remote-assistance.store.url=jdbc:sqlite:file.db
                """);
        ConfiguredServer server = ConfiguredServer.read(with("REMOTE_ASSISTANCE_HTTP_PORT", "9999"), Optional.of(file));

        assertThat(server.listeners().api().port()).isEqualTo(9999);
        assertThat(server.listeners().management().port()).isEqualTo(9001);
        assertThat(server.storeLocation().url()).isEqualTo("jdbc:sqlite:/var/lib/reports.db");
    }

    @Test
    void takesPlainKeysFromThisMachine() {
        assertThat(read(with("REMOTE_ASSISTANCE_AUTH_JWKS_URI", "http://127.0.0.1:9/keys"))
                        .auth()
                        .jwksUri())
                .hasPort(9);
    }

    @Test
    void theStoreAlone() {
        assertThat(ConfiguredServer.readStoreLocation(
                                Map.of("REMOTE_ASSISTANCE_STORE_URL", "jdbc:sqlite:a.db"), Optional.empty())
                        .url())
                .isEqualTo("jdbc:sqlite:a.db");
        assertThatThrownBy(() -> ConfiguredServer.readStoreLocation(Map.of(), Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("remote-assistance.store.url");
    }

    /**
     * The command migrate needs no other setting, but still refuses a mistyped one, which may have been meant for it.
     */
    @Test
    void theStoreAloneAmongMistypedNames() {
        Map<String, String> environment =
                Map.of("REMOTE_ASSISTANCE_STORE_URL", "jdbc:sqlite:a.db", "REMOTE_ASSISTANCE_STORE_PASWORD", "secret");
        assertThatThrownBy(() -> ConfiguredServer.readStoreLocation(environment, Optional.empty()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("REMOTE_ASSISTANCE_STORE_PASWORD in the environment is no setting of this server");
    }

    @Test
    void closesWhatLooksUpTheKeys() throws Exception {
        Set<Thread> before = keyThreads();
        RemoteAssistanceServer server = read(with("REMOTE_ASSISTANCE_AUTH_JWKS_URI", "http://127.0.0.1:9/keys"))
                .builder(Clock.systemUTC())
                .store(SqlReportStore.open(
                        StoreLocation.of("jdbc:sqlite:" + folder.resolve("reports.db")),
                        StoreOptions.DEFAULT,
                        Clock.systemUTC()))
                .build();
        Set<Thread> started = keyThreads();
        started.removeAll(before);
        assertThat(started).hasSize(1);

        server.close();
        Waiting.until(() -> started.stream().noneMatch(Thread::isAlive));
    }

    private static Set<Thread> keyThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("issuer-keys"))
                .collect(Collectors.toSet());
    }
}
