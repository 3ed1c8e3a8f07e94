package dev.remoteassistance.server.front.tls;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A certificate chain from PEM: the server's certificate, then those of its issuers.
 *
 * @param chain at least one certificate
 */
public record PemCertificate(List<X509Certificate> chain) {

    private static final int MIN_RSA_BITS = 2_048;
    private static final int MIN_EC_BITS = 256;

    /** The types dNSName and iPAddress of RFC 5280. */
    private static final Set<Integer> HOST_NAMES = Set.of(2, 7);

    public PemCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("must hold a certificate (BEGIN CERTIFICATE)");
        }
        requireStrength(chain.get(0).getPublicKey());
        requireName(chain.get(0));
    }

    /** Requires a key that clients and the JDK accept: they refuse weaker ones, so that every handshake would fail. */
    private static void requireStrength(PublicKey key) {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            throw new IllegalArgumentException("must have an RSA key of at least %d bits, not %d"
                    .formatted(MIN_RSA_BITS, rsa.getModulus().bitLength()));
        }
        if (key instanceof ECKey ec && ec.getParams().getOrder().bitLength() < MIN_EC_BITS) {
            throw new IllegalArgumentException("must have a key on a curve of at least %d bits, not %d"
                    .formatted(MIN_EC_BITS, ec.getParams().getOrder().bitLength()));
        }
    }

    /** Requires one of the names among which clients look for the host; they look nowhere else. */
    private static void requireName(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            if (names == null || names.stream().noneMatch(name -> HOST_NAMES.contains(name.get(0)))) {
                throw new IllegalArgumentException("must name a host or an address (subjectAltName)");
            }
        } catch (CertificateParsingException e) {
            throw new IllegalArgumentException("must have names that can be read (subjectAltName)", e);
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
