package dev.remoteassistance.server.front.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server's certificate and private key. Refuses a key of another certificate: every handshake would fail.
 *
 * @param certificate the certificate and its issuers'
 * @param privateKey the certificate's key
 */
public record ServerIdentity(PemCertificate certificate, PrivateKey privateKey) {

    static final String MISMATCH = "must hold the private key of the certificate";

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final String KEY_FORM =
            "must hold an unencrypted key in PKCS#8 (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes one";

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

    /** Returns certificate and key in a key store, as TLS needs them. */
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

    /** Reads a private key in PEM. The JDK reads only certificates in PEM; libraries for keys bring BouncyCastle. */
    static PrivateKey parseKey(byte[] pem, String algorithm) {
        Matcher key = PKCS8.matcher(new String(pem, StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new IllegalArgumentException(KEY_FORM);
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(key.group(1));
        } catch (IllegalArgumentException e) {
            // Without the cause, whose message quotes a character of the key.
            throw new IllegalArgumentException(KEY_FORM);
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(MISMATCH);
        }
    }
}
