package dev.remoteassistance.server.front.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a private key. The JDK reads certificates in PEM, but not keys, and libraries for it bring BouncyCastle. */
final class PemPrivateKey {

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final String FORM =
            "must hold an unencrypted key in PKCS#8 (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes one";

    private PemPrivateKey() {}

    static PrivateKey parse(byte[] pem, String algorithm) {
        Matcher key = PKCS8.matcher(new String(pem, StandardCharsets.US_ASCII));
        if (!key.find()) {
            throw new IllegalArgumentException(FORM);
        }
        byte[] encoded;
        try {
            encoded = Base64.getMimeDecoder().decode(key.group(1));
        } catch (IllegalArgumentException e) {
            // Without its cause, which quotes a letter of the key.
            throw new IllegalArgumentException(FORM);
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(ServerIdentity.MISMATCH);
        }
    }
}
