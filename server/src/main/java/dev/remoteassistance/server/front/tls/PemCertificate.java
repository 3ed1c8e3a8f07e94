package dev.remoteassistance.server.front.tls;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * A certificate chain from PEM: the server's certificate, then those of its issuers.
 *
 * @param chain at least one certificate
 */
public record PemCertificate(List<X509Certificate> chain) {

    public PemCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("must hold a certificate (BEGIN CERTIFICATE)");
        }
    }

    static PemCertificate parse(byte[] pem) {
        try {
            return new PemCertificate(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (CertificateException e) {
            throw new IllegalArgumentException("must hold certificates in PEM (BEGIN CERTIFICATE)", e);
        }
    }

    PublicKey publicKey() {
        return chain.get(0).getPublicKey();
    }

    String keyAlgorithm() {
        return publicKey().getAlgorithm();
    }

    /** Returns when the certificate expires; clients refuse it after that. */
    public Instant expiry() {
        return chain.get(0).getNotAfter().toInstant();
    }

    Certificate[] toArray() {
        return chain.toArray(Certificate[]::new);
    }
}
