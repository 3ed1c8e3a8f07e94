package dev.remoteassistance.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import dev.remoteassistance.server.auth.issuer.KeysUnavailableException;
import dev.remoteassistance.server.dev.DevIssuer;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Fuzzes the access token: any text is refused, or is a token that the issuer signed. In the fuzzer's input, {@code $}
 * stands for a part of a valid token, which the fuzzer could never make itself.
 */
class AccessTokenFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DevIssuer ISSUER = DevIssuer.of(TestKey.DEV_ISSUER.rsa(), CLOCK);
    private static final AccessTokenVerifier VERIFIER = ISSUER.verifier();
    private static final String VALID =
            ISSUER.issue(CallerKind.USER, DevIssuer.DEFAULT_TENANT, List.of("A.B"), Duration.ofHours(1));

    @FuzzTest
    void isRefusedOrTheIssuers(byte[] input) throws ParseException {
        String token = token(new String(input, StandardCharsets.ISO_8859_1));
        try {
            Caller caller = VERIFIER.verify(token);
            assertThat(caller.tenantId()).isEqualTo(DevIssuer.DEFAULT_TENANT);
            assertThat(decoded(token)).isEqualTo(decoded(VALID));
        } catch (InvalidTokenException e) {
            // Nearly every input must be refused.
            assertThat(e.getMessage()).isNotBlank();
        } catch (KeysUnavailableException e) {
            throw new AssertionError("The keys are at hand", e);
        }
    }

    /** Replaces the first, second and third {@code $} with the header, payload and signature of the valid token. */
    private static String token(String template) {
        StringBuilder token = new StringBuilder();
        String[] parts = VALID.split("\\.");
        int next = 0;
        for (char c : template.toCharArray()) {
            if (c == '$' && next < parts.length) {
                token.append(parts[next++]);
            } else {
                token.append(c);
            }
        }
        return token.toString();
    }

    /** Returns the decoded parts of a token, because Base64 can write the same bytes in several ways. */
    private static List<String> decoded(String token) throws ParseException {
        SignedJWT jwt = SignedJWT.parse(token);
        return List.of(jwt.getParsedParts()).stream()
                .map(Base64URL::decode)
                .map(java.util.Arrays::toString)
                .toList();
    }
}
