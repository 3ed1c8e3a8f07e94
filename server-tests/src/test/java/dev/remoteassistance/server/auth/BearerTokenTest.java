package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.RunningServer.OPERATION;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.http.ErrorCode.INVALID_AUTHENTICATION_TOKEN;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests where a token must be in the request, and who must have signed it. */
class BearerTokenTest extends AccessTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Token abc"})
    void noBearerToken(String header) {
        assertRefused(post(header), INVALID_AUTHENTICATION_TOKEN).hasHeader("WWW-Authenticate", "Bearer");
        assertNothingStored();
    }

    /** Otherwise a caller could fill the cache with other spellings of one token. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer \t", "Bearer  \t\t ", "Bearer \t \t"})
    void blanksThatAreNotSpaces(String scheme) {
        assertRefused(post(scheme + token(claims -> {})), INVALID_AUTHENTICATION_TOKEN);
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
        assertInvalid(encoded + "..AA.AA.AA", UNKNOWN);
        assertInvalid(encoded + ".e30.AA", UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoToken(String token) {
        assertInvalid(token, UNKNOWN);
    }

    @Test
    void noSignature() {
        assertInvalid(new PlainJWT(claims(claims -> {})).serialize(), UNKNOWN);
    }

    @Test
    void theSignatureOfAnotherKeyWithTheSameName() {
        assertInvalid(sign(JWSAlgorithm.RS256, "key-1", signer(FOREIGN_KEY), claims -> {}), UNKNOWN);
    }

    @Test
    void theSignatureOfAnUnknownKey() {
        assertInvalid(sign(JWSAlgorithm.RS256, "key-9", signer(KEY), claims -> {}), UNKNOWN);
    }

    @Test
    void aHashWithThePublicKeyAsSecret() throws JOSEException {
        MACSigner mac = new MACSigner(KEY.toRSAPublicKey().getEncoded());
        assertInvalid(sign(JWSAlgorithm.HS256, "key-1", mac, claims -> {}), UNKNOWN);
    }

    @Test
    void anEllipticCurve() throws JOSEException {
        ECDSASigner signer = new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
        assertInvalid(sign(JWSAlgorithm.ES256, "key-1", signer, claims -> {}), UNKNOWN);
    }

    @Test
    void aKeyThatTheTokenBringsAlong() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .jwk(FOREIGN_KEY.toPublicJWK())
                .jwkURL(URI.create("http://127.0.0.1:9/keys"))
                .keyID("key-1")
                .build();
        assertInvalid(sign(header, signer(FOREIGN_KEY), claims(claims -> {})), UNKNOWN);
    }

    @Test
    void aChangedToken() {
        String[] parts = token(claims -> {}).split("\\.");
        String other = token(claims -> claims.claim("tid", OTHER_TENANT)).split("\\.")[1];
        assertInvalid(parts[0] + "." + other + "." + parts[2], UNKNOWN);
    }
}
