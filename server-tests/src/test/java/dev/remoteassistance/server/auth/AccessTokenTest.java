package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static dev.remoteassistance.server.http.ErrorCode.FORBIDDEN;
import static dev.remoteassistance.server.http.ErrorCode.INVALID_AUTHENTICATION_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.issuer.IssuerTemplate;
import dev.remoteassistance.server.store.StoredReport;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who may report. In this order, the first that fails decides:
 *
 * <pre>
 * signature, issuer, audience, times   401 InvalidAuthenticationToken, WWW-Authenticate
 * tenant: organization, served here    403 Forbidden
 * permission: user scp, app roles      403 Forbidden
 * </pre>
 */
abstract class AccessTokenTest {

    static final String V1 = "https://sts.windows.net/{tenantid}/";
    static final String V2 = "https://login.microsoftonline.com/{tenantid}/v2.0";
    static final String AUDIENCE = "api://reports";
    static final String UNKNOWN = "The access token is not a JWT signed by a key of the issuer.";
    static final RSAKey KEY = TestKey.ISSUER.rsa("key-1");
    static final RSAKey FOREIGN_KEY = TestKey.STRANGER.rsa("key-1");

    @RegisterExtension
    static final RunningServer server = new RunningServer(new AccessTokenVerifier(
            new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
            List.of(new IssuerTemplate(V1), new IssuerTemplate(V2)),
            List.of(AUDIENCE, "https://graph.example"),
            Clock.systemUTC(),
            AccessTokenVerifier.CACHED_TOKENS));

    /** The id of this test's reports. With an id that is stored already, a stored report would go unnoticed. */
    final String id = UUID.randomUUID().toString();

    void assertAccepted(String token) {
        HttpResponse<String> response = post("Bearer " + token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    void assertInvalid(String token, String reason) {
        assertRefused(post("Bearer " + token), INVALID_AUTHENTICATION_TOKEN)
                .hasMessage(reason)
                .hasChallengeOfAnInvalidToken();
        assertNothingStored();
    }

    void assertForbidden(String token, String reason) {
        assertRefused(post("Bearer " + token), FORBIDDEN).hasMessage(reason);
        assertNothingStored();
    }

    void assertNothingStored() {
        assertThat(server.stored()).extracting(StoredReport::id).doesNotContain(id);
    }

    HttpResponse<String> post(String authorization) {
        return server.send(server.anonymousRequest()
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"id\":\"%s\"}}".formatted(id))));
    }

    static JWTClaimsSet.Builder issuedFor(JWTClaimsSet.Builder claims, String tenant) {
        return claims.claim("tid", tenant).issuer(V2.replace("{tenantid}", tenant));
    }

    static String token(Consumer<JWTClaimsSet.Builder> change) {
        return token(JWSAlgorithm.RS256, change);
    }

    static String token(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        return sign(algorithm, "key-1", signer(KEY), change);
    }

    static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .expirationTime(inSeconds(300))
                .claim("oid", "user")
                .claim("scp", RunningServer.firstPermission());
        issuedFor(claims, TENANT);
        change.accept(claims);
        return claims.build();
    }

    static String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change) {
        return sign(new JWSHeader.Builder(algorithm).keyID(keyId).build(), signer, claims(change));
    }

    static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
