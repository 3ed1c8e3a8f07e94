package dev.remoteassistance.server.auth;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSObjectJSON;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests tokens that an attacker has crafted. */
class HostileTokenTest extends AccessTokenTest {

    private static final String KEY_ID = "key-1";

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "RS256 "})
    void algorithmsThatAreNone(String algorithm) {
        String header = encoded("{\"alg\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, KEY_ID));
        String payload = encoded(claims(claims -> {}).toString());
        assertInvalid(header + "." + payload + ".", UNKNOWN);
        // The signature is valid for another header.
        String signature = token(claims -> {}).split("\\.")[2];
        assertInvalid(header + "." + payload + "." + signature, UNKNOWN);
    }

    static List<byte[]> publicKeys() throws JOSEException {
        byte[] encoded = KEY.toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----"
                .formatted(
                        java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
        return List.of(
                encoded,
                bytes(pem),
                bytes(pem + "\n"),
                bytes(KEY.toPublicJWK().toJSONString()),
                KEY.getModulus().decode(),
                bytes(KEY.getModulus().toString()));
    }

    @ParameterizedTest
    @MethodSource("publicKeys")
    void hashesWithThePublicKeyAsSecret(byte[] secret) throws JOSEException {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            assertInvalid(sign(algorithm, KEY_ID, new MACSigner(secret), claims -> {}), UNKNOWN);
            assertInvalid(sign(algorithm, null, new MACSigner(secret), claims -> {}), UNKNOWN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"key-2", "KEY-1", "key-1 ", "../../../../dev/null", "' OR '1'='1", "\u0000", "*"})
    void foreignKeysUnderAnyName(String keyId) {
        assertInvalid(sign(JWSAlgorithm.RS256, keyId, signer(FOREIGN_KEY), claims -> {}), UNKNOWN);
    }

    @Test
    void aForeignKeyWithoutAName() {
        assertInvalid(sign(JWSAlgorithm.RS256, null, signer(FOREIGN_KEY), claims -> {}), UNKNOWN);
        assertInvalid(sign(JWSAlgorithm.RS256, "", signer(FOREIGN_KEY), claims -> {}), UNKNOWN);
        assertInvalid(sign(JWSAlgorithm.RS256, "k".repeat(10_000), signer(FOREIGN_KEY), claims -> {}), UNKNOWN);
    }

    @Test
    void keysThatTheTokenPointsToAreNeverFetched() {
        WireMockServer attacker = new WireMockServer(options().dynamicPort());
        attacker.start();
        try {
            attacker.stubFor(any(anyUrl()).willReturn(okJson(new JWKSet(FOREIGN_KEY.toPublicJWK()).toString())));
            URI keys = URI.create(attacker.url("/keys"));
            for (String keyId : new String[] {KEY_ID, "key-9", null}) {
                assertForged(new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(keys), keyId);
                assertForged(new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertURL(keys), keyId);
                assertForged(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FOREIGN_KEY.toPublicJWK()), keyId);
                assertForged(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .x509CertChain(List.of(Base64.encode("certificate")))
                                .x509CertSHA256Thumbprint(Base64URL.encode("thumbprint")),
                        keyId);
            }
            assertThat(attacker.getAllServeEvents()).isEmpty();
        } finally {
            attacker.stop();
        }
    }

    private void assertForged(JWSHeader.Builder header, String keyId) {
        assertInvalid(sign(header.keyID(keyId).build(), signer(FOREIGN_KEY), claims(claims -> {})), UNKNOWN);
    }

    /** The issuer itself requires an extension that this server does not know. */
    @Test
    void criticalExtensions() {
        for (Set<String> names : List.of(Set.of("exp"), Set.of("http://example/extension"))) {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(KEY_ID)
                    .customParam("http://example/extension", 1)
                    .criticalParams(names)
                    .build();
            assertInvalid(sign(header, signer(KEY), claims(claims -> {})), UNKNOWN);
        }
    }

    @Test
    void signaturesInJson() throws JOSEException {
        JWSObjectJSON json = new JWSObjectJSON(claims(claims -> {}).toPayload());
        json.sign(header(), signer(FOREIGN_KEY));
        assertInvalid(json.serializeFlattened(), UNKNOWN);
        json.sign(header(), signer(KEY));
        assertInvalid(json.serializeGeneral(), UNKNOWN);
    }

    @Test
    void moreThanOneSignature() {
        String token = token(claims -> {});
        String signature = token.substring(token.lastIndexOf('.'));
        for (String other : List.of(token + signature, token + ".", token + signature + signature, "." + token)) {
            assertInvalid(other, UNKNOWN);
        }
        assertInvalid(token + "," + token, UNKNOWN);
        assertInvalid(token + " " + token, UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.", "{\"a\":", "[", "\u00e4"})
    void hugeTokens(String piece) {
        String much = piece.repeat(8_000 / bytes(piece).length);
        assertInvalid(encoded(much) + "." + encoded(much) + ".AA", UNKNOWN);
        assertInvalid(token(claims -> {}) + "A".repeat(20_000), UNKNOWN);
    }

    /** Parsers differ in which of the two they take, so the token is refused. */
    @Test
    void claimsThatAreThereTwice() {
        String claims = claims(c -> {}).toString();
        String doubled = claims.replaceFirst("\\{", "{\"tid\":\"%s\",".formatted(OTHER_TENANT));
        assertThat(doubled).contains(OTHER_TENANT, TENANT);
        assertInvalid(signedByTheIssuer(doubled), UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"4102444800\"",
                "\"2100-01-01T00:00:00Z\"",
                "true",
                "[4102444800]",
                "{}",
                "NaN",
            })
    void expiriesThatAreNone(String expiry) {
        assertInvalid(expiringAt(expiry), UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "1e300", "-1", "0", "null"})
    void expiriesThatAreNoTimeToCome(String expiry) {
        assertInvalid(expiringAt(expiry), "The access token has expired.");
    }

    private static String expiringAt(String expiry) {
        String claims = claims(c -> c.expirationTime(null)).toString();
        return signedByTheIssuer(claims.replaceFirst("\\{", "{\"exp\":%s,".formatted(expiry)));
    }

    private static String signedByTheIssuer(String payload) {
        JWSObject token = new JWSObject(header(), new Payload(payload));
        try {
            token.sign(signer(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWSHeader header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(KEY_ID).build();
    }

    private static String encoded(String text) {
        return Base64URL.encode(text).toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
