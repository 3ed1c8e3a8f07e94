package dev.remoteassistance.server.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {

    @TempDir
    static Path folder;

    private static final TestIdentity RSA = TestIdentity.make(tmp(), "RSA");

    private final TlsFiles files = RSA.writeTo(folder);

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void readsAChainAndItsKey(String algorithm) {
        TlsFiles written = TestIdentity.make(folder, algorithm).writeTo(folder);
        ServerIdentity identity = written.read();
        assertThat(identity.certificate().chain()).hasSize(2);
        assertThat(identity.privateKey().getAlgorithm()).isEqualTo(algorithm);
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() throws IOException {
        Files.writeString(files.privateKey(), TestIdentity.make(folder, "RSA").privateKeyPem());
        assertThatThrownBy(files::read).hasMessage("must hold the private key of the certificate");
        Files.writeString(files.privateKey(), TestIdentity.make(folder, "EC").privateKeyPem());
        assertThatThrownBy(files::read).hasMessage("must hold the private key of the certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN RSA PRIVATE KEY", "BEGIN ENCRYPTED PRIVATE KEY", "BEGIN EC PRIVATE KEY"})
    void tellsHowToMakeAKeyThatItTakes(String other) throws IOException {
        Files.writeString(files.privateKey(), RSA.privateKeyPem().replace("BEGIN PRIVATE KEY", other));
        assertThatThrownBy(files::read).hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"})
    void refusesWhatIsNoCertificate(String content) throws IOException {
        Files.writeString(files.certificate(), content);
        assertThatThrownBy(files::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BEGIN CERTIFICATE");
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException {
        Files.delete(files.privateKey());
        assertThatThrownBy(files::read)
                .hasMessage("must be a readable file, which %s is not".formatted(files.privateKey()));
    }

    private static Path tmp() {
        try {
            Path path = Files.createTempDirectory("identity");
            path.toFile().deleteOnExit();
            return path;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
