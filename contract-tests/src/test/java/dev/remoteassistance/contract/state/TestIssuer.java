package dev.remoteassistance.contract.state;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;

/** Issues really signed tokens with any claims that a test needs. */
public final class TestIssuer {

    public static final String SERVED_TENANT = "11111111-1111-1111-1111-111111111111";
    public static final String UNSERVED_TENANT = "33333333-3333-3333-3333-333333333333";

    public static final String ISSUER = "https://login.microsoftonline.com/{tenantid}/v2.0";
    public static final String AUDIENCE = "api://contract-tests";
    public static final String OTHER_AUDIENCE = "api://another";

    /** Keys that only tests use. They are kept in a file, since a test's JVM would need two seconds to make one. */
    private static final JWKSet KEYS = read();

    /** The issuer whose tokens the servers accept. */
    public static final TestIssuer TRUSTED = new TestIssuer("issuer");

    /** An issuer that calls its key as the trusted one does. */
    public static final TestIssuer STRANGER = new TestIssuer("stranger");

    private final RSAKey key;

    private TestIssuer(String name) {
        key = new RSAKey.Builder(KEYS.getKeyByKeyId(name).toRSAKey())
                .keyID("contract-tests")
                .build();
    }

    private static JWKSet read() {
        try (InputStream keys = TestIssuer.class.getResourceAsStream("/test-keys.json")) {
            return JWKSet.load(keys);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public keys. */
    public JWKSource<SecurityContext> keys() {
        return new ImmutableJWKSet<>(new JWKSet(key.toPublicJWK()));
    }

    /** Returns a token of a user, with these delegated permissions. */
    public String userToken(String tenant, String scopes, UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change.apply(
                claims(tenant).claim("oid", "user").claim("idtyp", "user").claim("scp", scopes)));
    }

    /** Returns a token of an application, with these application permissions. */
    public String appToken(String tenant, String... roles) {
        return sign(claims(tenant).claim("oid", "app").claim("idtyp", "app").claim("roles", List.of(roles)));
    }

    public static Date inMinutes(int minutes) {
        return Date.from(Instant.now().plusSeconds(60L * minutes));
    }

    private static JWTClaimsSet.Builder claims(String tenant) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER.replace("{tenantid}", tenant))
                .audience(AUDIENCE)
                .expirationTime(inMinutes(30))
                .claim("azp", "contract-tests")
                .claim("tid", tenant);
    }

    private String sign(JWTClaimsSet.Builder claims) {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
