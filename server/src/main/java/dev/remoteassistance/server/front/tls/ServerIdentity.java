package dev.remoteassistance.server.front.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;

/**
 * What the server proves itself with: never a certificate with another's key, with which every handshake would fail.
 *
 * @param certificate the certificate and its issuers'
 * @param privateKey the certificate's key
 */
public record ServerIdentity(PemCertificate certificate, PrivateKey privateKey) {

    static final String MISMATCH = "must hold the private key of the certificate";

    private static final byte[] PROBE = {1, 2, 3};
    private static final String ALIAS = "server";

    public ServerIdentity {
        try {
            if (!belongs(privateKey, certificate)) {
                throw new IllegalArgumentException(MISMATCH);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(MISMATCH, e);
        }
    }

    private static boolean belongs(PrivateKey privateKey, PemCertificate certificate) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (certificate.keyAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> certificate.keyAlgorithm();
                });
        signature.initSign(privateKey);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.publicKey());
        signature.update(PROBE);
        return signature.verify(signed);
    }

    /** Returns both in the form in which TLS takes them. */
    KeyStore toKeyStore(String password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, privateKey, password.toCharArray(), certificate.toArray());
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("must hold keys that TLS can use", e);
        }
    }
}
