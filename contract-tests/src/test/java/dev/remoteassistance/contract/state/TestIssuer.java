package dev.remoteassistance.contract.state;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.remoteassistance.server.dev.DevIssuer;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Clock;

/** Issuers of really signed tokens. Their keys are in a file, since a test's JVM would need two seconds to make one. */
public final class TestIssuer {

    public static final String SERVED_TENANT = "11111111-1111-1111-1111-111111111111";
    public static final String UNSERVED_TENANT = "33333333-3333-3333-3333-333333333333";

    /** An API that is not the server's. */
    public static final String OTHER_AUDIENCE = "api://another";

    /** The issuer whose tokens the servers accept. */
    public static final DevIssuer TRUSTED = issuer("issuer");

    /** An issuer whose key has the same id as the trusted issuer's key. */
    public static final DevIssuer STRANGER = issuer("stranger");

    private TestIssuer() {}

    /** Returns the trusted issuer's key, as a development server keeps its own in a file. */
    public static String trustedKey() {
        return key("issuer").toJSONString();
    }

    private static DevIssuer issuer(String name) {
        return DevIssuer.of(key(name), Clock.systemUTC());
    }

    private static RSAKey key(String name) {
        try (InputStream keys = TestIssuer.class.getResourceAsStream("/test-keys.json")) {
            RSAKey key = JWKSet.load(keys).getKeyByKeyId(name).toRSAKey();
            return new RSAKey.Builder(key).keyID("contract-tests").build();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
