package dev.remoteassistance.server.front.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A certificate of this machine, signed by an intermediate certificate, which a root has signed.
 *
 * @param certificatePem the certificate and the intermediate one, without the root
 * @param privateKeyPem the certificate's key
 * @param root the root that clients have to trust
 */
public record TestIdentity(String certificatePem, String privateKeyPem, X509Certificate root) {

    public static final TestIdentity RSA = make(HeldCertificate.Builder::rsa2048);
    public static final TestIdentity OTHER_RSA = make(HeldCertificate.Builder::rsa2048);
    public static final TestIdentity EC = make(HeldCertificate.Builder::ecdsa256);

    private static TestIdentity make(UnaryOperator<HeldCertificate.Builder> algorithm) {
        HeldCertificate root = algorithm
                .apply(new HeldCertificate.Builder())
                .certificateAuthority(1)
                .build();
        HeldCertificate middle = algorithm
                .apply(new HeldCertificate.Builder())
                .certificateAuthority(0)
                .signedBy(root)
                .build();
        HeldCertificate server = algorithm
                .apply(new HeldCertificate.Builder())
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(middle)
                .build();
        return new TestIdentity(
                server.certificatePem() + middle.certificatePem(), server.privateKeyPkcs8Pem(), root.certificate());
    }

    /** Writes both files. */
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

    /** Returns a new client that trusts only this root and has no connection yet. */
    public HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(new HandshakeCertificates.Builder()
                        .addTrustedCertificate(root)
                        .build()
                        .sslContext())
                .build();
    }
}
