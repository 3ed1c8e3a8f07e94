package dev.remoteassistance.server.http.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate of this machine, made by the JDK's keytool, with one that signed it and a root that signed that.
 *
 * @param certificatePem the certificate and the one that signed it, without the root
 * @param privateKeyPem its key
 * @param root what a client has to trust
 */
public record TestIdentity(String certificatePem, String privateKeyPem, Certificate root) {

    private static final String PASSWORD = "changeit";

    public static TestIdentity make(Path folder, String algorithm) {
        try {
            Path file = Files.createTempDirectory(folder, "keys").resolve("keys.p12");
            keytool(file, algorithm, "root", "-ext", "bc:c");
            keytool(file, algorithm, "middle", "-ext", "bc:c", "-signer", "root");
            keytool(file, algorithm, "server", "-ext", "san=ip:127.0.0.1", "-signer", "middle");
            KeyStore keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            Certificate[] chain = keys.getCertificateChain("server");
            return new TestIdentity(
                    pem("CERTIFICATE", chain[0].getEncoded()) + pem("CERTIFICATE", chain[1].getEncoded()),
                    pem(
                            "PRIVATE KEY",
                            keys.getKey("server", PASSWORD.toCharArray()).getEncoded()),
                    chain[2]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(Path store, String algorithm, String alias, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                algorithm,
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
        command.addAll(Arrays.asList(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, text, type);
    }

    /** Writes both files, the certificate first, as a tool that renews certificates does. */
    public TlsFiles writeTo(Path folder) {
        TlsFiles files = new TlsFiles(folder.resolve("server.crt"), folder.resolve("server.key"));
        try {
            Files.writeString(files.certificate(), certificatePem);
            Files.writeString(files.privateKey(), privateKeyPem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What a client connects with that trusts this root and no other. */
    public SSLContext trust() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("root", root);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client without any connection yet. */
    public HttpClient client() {
        return HttpClient.newBuilder().sslContext(trust()).build();
    }
}
