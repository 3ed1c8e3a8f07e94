package dev.remoteassistance.server.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyPair;
import java.text.ParseException;
import java.util.Locale;

/** RSA keys that only tests use. They are kept in a file, since a test's JVM would need two seconds to make one. */
public enum TestKey {
    /** The key of the issuer whose tokens a server accepts. */
    ISSUER,
    /** The key of somebody whose tokens no server accepts. */
    STRANGER,
    /** The key of a development server's issuer. */
    DEV_ISSUER,
    TLS_ROOT,
    TLS_INTERMEDIATE,
    TLS_SERVER,
    OTHER_TLS_SERVER;

    private static final JWKSet KEYS = read();

    private static JWKSet read() {
        try (InputStream keys = TestKey.class.getResourceAsStream("/test-keys.json")) {
            return JWKSet.load(keys);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the key, with its name in lower case as its id. */
    public RSAKey rsa() {
        return KEYS.getKeyByKeyId(name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toRSAKey();
    }

    /** Returns the key under another id. */
    public RSAKey rsa(String id) {
        return new RSAKey.Builder(rsa()).keyID(id).build();
    }

    public KeyPair pair() {
        try {
            return rsa().toKeyPair();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
