package dev.remoteassistance.server.front.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsFilesTest {

    @TempDir
    Path folder;

    private TlsFiles files;

    @BeforeEach
    void write() {
        files = TestIdentity.RSA.writeTo(folder);
    }

    @Test
    void readsAChainAndItsKey() {
        assertThat(files.read().certificate().chain()).hasSize(2);
        assertThat(files.read().privateKey().getAlgorithm()).isEqualTo("RSA");
        assertThat(TestIdentity.EC.writeTo(folder).read().privateKey().getAlgorithm())
                .isEqualTo("EC");
    }

    @Test
    void refusesTheKeyOfAnotherCertificate() throws IOException {
        Files.writeString(files.privateKey(), TestIdentity.OTHER_RSA.privateKeyPem());
        assertThatThrownBy(files::read).hasMessage("must hold the private key of the certificate");
        Files.writeString(files.privateKey(), TestIdentity.EC.privateKeyPem());
        assertThatThrownBy(files::read).hasMessage("must hold the private key of the certificate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEGIN RSA PRIVATE KEY", "BEGIN ENCRYPTED PRIVATE KEY", "BEGIN EC PRIVATE KEY"})
    void tellsHowToMakeAKeyThatItTakes(String other) throws IOException {
        Files.writeString(files.privateKey(), TestIdentity.RSA.privateKeyPem().replace("BEGIN PRIVATE KEY", other));
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

    @Test
    void refusesCertificatesThatNoClientWouldAccept() {
        TlsFiles weak = TestIdentity.WEAK.writeTo(folder);
        assertThatThrownBy(weak::read).hasMessage("must have an RSA key of at least 2048 bits, not 512");
        TlsFiles nameless = TestIdentity.NAMELESS.writeTo(folder);
        assertThatThrownBy(nameless::read).hasMessage("must name a host or an address (subjectAltName)");
    }
}
