package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static dev.remoteassistance.server.RunningServer.UNSERVED_TENANT;
import static dev.remoteassistance.server.http.ErrorCode.FORBIDDEN;
import static dev.remoteassistance.server.http.ErrorCode.INVALID_AUTHENTICATION_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.remoteassistance.server.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who may report. In this order, the first that fails decides:
 *
 * <pre>
 * signature, issuer, audience, times   401 InvalidAuthenticationToken, WWW-Authenticate
 * tenant: organization, served here    403 Forbidden
 * permission: user scp, app roles      403 Forbidden
 * </pre>
 */
class AccessTokenTest {

    private static final String V1 = "https://sts.windows.net/{tenantid}/";
    private static final String V2 = "https://login.microsoftonline.com/{tenantid}/v2.0";
    private static final String AUDIENCE = "api://reports";
    private static final RSAKey KEY = rsaKey("key-1");
    private static final RSAKey FOREIGN_KEY = rsaKey("key-1");

    @RegisterExtension
    final RunningServer server = new RunningServer(new AccessTokenVerifier(
            new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
            List.of(new IssuerTemplate(V1), new IssuerTemplate(V2)),
            List.of(AUDIENCE, "https://graph.example"),
            Clock.systemUTC()));

    // --- what passes

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void rsaSignatures(String algorithm) {
        assertAccepted(token(JWSAlgorithm.parse(algorithm), claims -> {}));
    }

    @Test
    void eitherVersionOfTokens() {
        assertAccepted(
                token(claims -> claims.issuer(V1.replace("{tenantid}", TENANT)).claim("appid", "app")));
        assertAccepted(
                token(claims -> claims.issuer(V2.replace("{tenantid}", TENANT)).claim("azp", "app")));
    }

    @Test
    void anyOneAlternativeOfThePermissions() {
        for (var alternative : OPERATION.permissionAlternatives()) {
            assertAccepted(token(claims -> claims.claim("scp", String.join(" ", alternative))));
            assertAccepted(token(claims ->
                    claims.claim("scp", null).claim("idtyp", "app").claim("roles", List.copyOf(alternative))));
        }
    }

    @Test
    void audienceAmongSeveralAndPermissionsAmongOthers() {
        assertAccepted(token(claims -> claims.audience(List.of("other", AUDIENCE))
                .claim("scp", "User.Read " + RunningServer.firstPermission() + " Mail.Read")));
    }

    @Test
    void clocksThatDifferByLessThanAMinute() {
        assertAccepted(token(claims -> claims.expirationTime(inSeconds(-30)).notBeforeTime(inSeconds(30))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void theSchemeInAnyCase(String scheme) {
        assertThat(post(scheme + token(claims -> {})).statusCode()).isEqualTo(204);
    }

    @Test
    void tenantsInEitherCaseAreTheSame() {
        String upper = "ABCDEF00-1111-1111-1111-111111111111";
        assertAccepted(token(claims -> issuedFor(claims, RunningServer.LETTERED_TENANT)));
        assertAccepted(token(claims -> issuedFor(claims, upper)));
        assertThat(server.stored())
                .singleElement()
                .satisfies(report -> assertThat(report.tenantId()).isEqualTo(RunningServer.LETTERED_TENANT));
    }

    // --- no token

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Token abc"})
    void noBearerToken(String header) {
        assertRefused(post(header), INVALID_AUTHENTICATION_TOKEN).hasHeader("WWW-Authenticate", "Bearer");
        assertNothingStored();
    }

    @Test
    void noAuthorizationHeader() {
        assertRefused(
                        server.send(server.anonymousRequest().POST(BodyPublishers.ofString("{}"))),
                        INVALID_AUTHENTICATION_TOKEN)
                .hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    void twoAuthorizationHeaders() {
        String header = "Bearer " + token(claims -> {});
        assertRefused(
                server.send(server.anonymousRequest()
                        .header("Authorization", header)
                        .header("Authorization", header)
                        .POST(BodyPublishers.ofString("{}"))),
                INVALID_AUTHENTICATION_TOKEN);
    }

    @Test
    void aTokenInTheAddressOrTheBody() {
        String token = token(claims -> {});
        HttpRequest.Builder form = server.anonymousRequest()
                .uri(URI.create(server.operationUri() + "?access_token=" + token))
                .POST(BodyPublishers.ofString("access_token=" + token));
        assertRefused(server.send(form), INVALID_AUTHENTICATION_TOKEN);
    }

    @Test
    void theBodyOfAStrangerIsNotEvenLookedAt() {
        assertRefused(
                server.send(server.anonymousRequest()
                        .setHeader("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofByteArray(new byte[OPERATION.maxBodyBytes() + 1]))),
                INVALID_AUTHENTICATION_TOKEN);
    }

    // --- signature

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"p2c\":-1}",
                "{\"alg\":\"ECDH-ES\",\"enc\":\"A128GCM\",\"epk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
                "{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}",
                "{\"alg\":\"RS256\",\"jwk\":{\"kty\":\"RSA\",\"n\":\"AA\",\"e\":\"\"}}",
                "{\"alg\":\"RS256\",\"x5u\":\"%\"}",
                "{\"alg\":1}",
                "[]",
            })
    void hostileHeaders(String header) {
        String encoded = com.nimbusds.jose.util.Base64URL.encode(header).toString();
        assertInvalid(encoded + "..AA.AA.AA", "access token");
        assertInvalid(encoded + ".e30.AA", "access token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoToken(String token) {
        assertInvalid(token, "not a JWT signed by a key of the issuer");
    }

    @Test
    void noSignature() {
        assertInvalid(new PlainJWT(claims(claims -> {})).serialize(), "not a JWT signed");
    }

    @Test
    void theSignatureOfAnotherKeyWithTheSameName() {
        assertInvalid(
                sign(JWSAlgorithm.RS256, "key-1", signer(FOREIGN_KEY), claims -> {}), "signed by a key of the issuer");
    }

    @Test
    void theSignatureOfAnUnknownKey() {
        assertInvalid(sign(JWSAlgorithm.RS256, "key-9", signer(KEY), claims -> {}), "signed by a key of the issuer");
    }

    @Test
    void aHashWithThePublicKeyAsSecret() throws JOSEException {
        MACSigner mac = new MACSigner(KEY.toRSAPublicKey().getEncoded());
        assertInvalid(sign(JWSAlgorithm.HS256, "key-1", mac, claims -> {}), "signed by a key of the issuer");
    }

    @Test
    void anEllipticCurve() throws JOSEException {
        ECDSASigner signer = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
        assertInvalid(sign(JWSAlgorithm.ES256, "key-1", signer, claims -> {}), "signed by a key of the issuer");
    }

    @Test
    void aKeyThatTheTokenBringsAlong() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(FOREIGN_KEY.toPublicJWK())
                .jwkURL(URI.create("http://127.0.0.1:9/keys"))
                .keyID("key-1")
                .build();
        assertInvalid(sign(header, signer(FOREIGN_KEY), claims(claims -> {})), "signed by a key of the issuer");
    }

    @Test
    void aChangedToken() {
        String[] parts = token(claims -> {}).split("\\.");
        String other = token(claims -> claims.claim("tid", OTHER_TENANT)).split("\\.")[1];
        assertInvalid(parts[0] + "." + other + "." + parts[2], "signed by a key of the issuer");
    }

    // --- issuer, audience, times

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "https://sts.windows.net/{tenantid}/", ""})
    void anotherIssuer(String issuer) {
        assertInvalid(token(claims -> claims.issuer(issuer)), "issuer");
    }

    @Test
    void theIssuerOfAnotherTenant() {
        assertInvalid(token(claims -> claims.claim("tid", OTHER_TENANT)), "issuer");
    }

    @Test
    void noTenant() {
        assertInvalid(token(claims -> claims.claim("tid", null)), "issuer");
        assertInvalid(token(claims -> claims.claim("tid", List.of(TENANT))), "issuer");
    }

    @Test
    void anotherAudience() {
        assertInvalid(token(claims -> claims.audience("https://graph.microsoft.com")), "audience");
        assertInvalid(token(claims -> claims.audience((String) null)), "audience");
        assertInvalid(token(claims -> claims.audience(java.util.Collections.singletonList(null))), "audience");
    }

    @Test
    void expired() {
        assertInvalid(token(claims -> claims.expirationTime(inSeconds(-90))), "expired");
        assertInvalid(token(claims -> claims.expirationTime(null)), "expired");
    }

    @Test
    void notYetValid() {
        assertInvalid(token(claims -> claims.notBeforeTime(inSeconds(90))), "not valid yet");
    }

    @Test
    void theFirstFaultInTheOrderOfChecksIsNamed() {
        assertInvalid(token(claims -> claims.issuer("x").audience("x").expirationTime(inSeconds(-90))), "issuer");
        assertInvalid(token(claims -> claims.audience("x").expirationTime(inSeconds(-90))), "audience");
        assertInvalid(token(claims -> issuedFor(claims, UNSERVED_TENANT).expirationTime(inSeconds(-90))), "expired");
        assertForbidden(token(claims -> issuedFor(claims, UNSERVED_TENANT).claim("scp", "x")), "tenant");
    }

    // --- tenant

    @Test
    void aTenantThatIsNotServed() {
        assertForbidden(token(claims -> issuedFor(claims, UNSERVED_TENANT)), "The tenant is not served here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9188040d-6c67-4c5b-b112-36a304b66dad", "9188040D-6C67-4C5B-B112-36A304B66DAD"})
    void personalAccounts(String tenant) {
        assertForbidden(token(claims -> issuedFor(claims, tenant)), "Personal Microsoft accounts are not supported.");
    }

    // --- permission

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "User.Read",
                "devicemanagementserviceconfig.read.all",
                "DeviceManagementServiceConfig.Read",
                "DeviceManagementServiceConfig.Read.All,User.Read",
            })
    void aUserWithoutThePermission(String scopes) {
        assertForbidden(token(claims -> claims.claim("scp", scopes)), "The user lacks the permission");
    }

    @Test
    void rolesOfAUserAreNoScopes() {
        List<String> roles = List.of(RunningServer.firstPermission());
        assertForbidden(token(claims -> claims.claim("scp", "User.Read").claim("roles", roles)), "The user lacks");
        assertForbidden(token(claims -> claims.claim("scp", null).claim("roles", roles)), "The user lacks");
        assertForbidden(
                token(claims -> claims.claim("scp", null).claim("idtyp", "user").claim("roles", roles)),
                "The user lacks");
    }

    @Test
    void scopesOfAnApplicationAreNoRoles() {
        assertForbidden(token(claims -> claims.claim("idtyp", "app")), "The application lacks the permission");
    }

    @Test
    void claimsOfAnotherType() {
        assertForbidden(token(claims -> claims.claim("scp", List.of(RunningServer.firstPermission()))), "lacks");
        assertInvalid(
                token(claims -> claims.claim("idtyp", "app").claim("roles", RunningServer.firstPermission())), "roles");
        assertInvalid(token(claims -> claims.claim("idtyp", "device")), "neither a user's nor an application's");
    }

    @ParameterizedTest
    @EnumSource(CallerKind.class)
    void developmentTokensAreOfNoUseHere(CallerKind kind) {
        assertInvalid(server.token(kind, TENANT, RunningServer.firstPermission()), "signed by a key of the issuer");
    }

    // ---

    private void assertAccepted(String token) {
        HttpResponse<String> response = post("Bearer " + token);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private void assertInvalid(String token, String reason) {
        assertRefused(post("Bearer " + token), INVALID_AUTHENTICATION_TOKEN)
                .hasMessage(reason)
                .hasHeader("WWW-Authenticate", "Bearer error=\"invalid_token\", error_description=\"")
                .hasHeader("WWW-Authenticate", reason);
        assertNothingStored();
    }

    private void assertForbidden(String token, String reason) {
        assertRefused(post("Bearer " + token), FORBIDDEN).hasMessage(reason);
        assertNothingStored();
    }

    private void assertNothingStored() {
        assertThat(server.stored()).isEmpty();
    }

    private HttpResponse<String> post(String authorization) {
        return server.send(server.anonymousRequest()
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"id\":\"a\"}}")));
    }

    private static JWTClaimsSet.Builder issuedFor(JWTClaimsSet.Builder claims, String tenant) {
        return claims.claim("tid", tenant).issuer(V2.replace("{tenantid}", tenant));
    }

    private static String token(Consumer<JWTClaimsSet.Builder> change) {
        return token(JWSAlgorithm.RS256, change);
    }

    private static String token(JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> change) {
        return sign(algorithm, "key-1", signer(KEY), change);
    }

    private static JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .expirationTime(inSeconds(300))
                .claim("oid", "user")
                .claim("scp", RunningServer.firstPermission());
        issuedFor(claims, TENANT);
        change.accept(claims);
        return claims.build();
    }

    private static String sign(
            JWSAlgorithm algorithm, String keyId, JWSSigner signer, Consumer<JWTClaimsSet.Builder> change) {
        return sign(new JWSHeader.Builder(algorithm).keyID(keyId).build(), signer, claims(change));
    }

    private static String sign(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWSSigner signer(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey rsaKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date inSeconds(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
