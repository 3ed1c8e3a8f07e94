package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.RunningServer.OTHER_TENANT;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static dev.remoteassistance.server.RunningServer.UNSERVED_TENANT;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the claims for issuer, audience and times, in the order of their checks. */
class TokenClaimsTest extends AccessTokenTest {

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
}
