package dev.remoteassistance.server.front.tls;

import dev.remoteassistance.server.auth.TestKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
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

    public static final TestIdentity RSA = rsa(TestKey.TLS_SERVER);
    public static final TestIdentity OTHER_RSA = rsa(TestKey.OTHER_TLS_SERVER);
    public static final TestIdentity EC = make(
            new HeldCertificate.Builder().ecdsa256(),
            new HeldCertificate.Builder().ecdsa256(),
            new HeldCertificate.Builder().ecdsa256());

    /** A self-signed certificate that names no host. */
    public static final TestIdentity NAMELESS = selfSigned(with(TestKey.OTHER_TLS_SERVER));

    /** A self-signed certificate with a key of 512 bits. */
    public static final TestIdentity WEAK =
            selfSigned(new HeldCertificate.Builder().keyPair(rsa512()).addSubjectAlternativeName("127.0.0.1"));

    private static TestIdentity selfSigned(HeldCertificate.Builder builder) {
        HeldCertificate server = builder.build();
        return new TestIdentity(server.certificatePem(), server.privateKeyPkcs8Pem(), server.certificate());
    }

    private static KeyPair rsa512() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(512);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestIdentity rsa(TestKey server) {
        return make(with(TestKey.TLS_ROOT), with(TestKey.TLS_INTERMEDIATE), with(server));
    }

    private static HeldCertificate.Builder with(TestKey key) {
        return new HeldCertificate.Builder().keyPair(key.pair());
    }

    private static TestIdentity make(
            HeldCertificate.Builder root, HeldCertificate.Builder intermediate, HeldCertificate.Builder server) {
        HeldCertificate signer = root.certificateAuthority(1).build();
        HeldCertificate between =
                intermediate.certificateAuthority(0).signedBy(signer).build();
        HeldCertificate own =
                server.addSubjectAlternativeName("127.0.0.1").signedBy(between).build();
        return new TestIdentity(
                own.certificatePem() + between.certificatePem(), own.privateKeyPkcs8Pem(), signer.certificate());
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
        return HttpClient.newBuilder().sslContext(sslContext()).build();
    }

    /** Returns the TLS context of such a client. */
    public SSLContext sslContext() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(root)
                .build()
                .sslContext();
    }
}
