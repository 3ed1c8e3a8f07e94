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

    private static final String WRONG_ISSUER = "The access token has an issuer that is not accepted here.";
    private static final String WRONG_AUDIENCE = "The access token is meant for another audience.";
    private static final String EXPIRED = "The access token has expired.";

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "https://sts.windows.net/{tenantid}/", ""})
    void anotherIssuer(String issuer) {
        assertInvalid(token(claims -> claims.issuer(issuer)), WRONG_ISSUER);
    }

    @Test
    void theIssuerOfAnotherTenant() {
        assertInvalid(token(claims -> claims.claim("tid", OTHER_TENANT)), WRONG_ISSUER);
    }

    @Test
    void noTenant() {
        assertInvalid(token(claims -> claims.claim("tid", null)), WRONG_ISSUER);
        assertInvalid(token(claims -> claims.claim("tid", List.of(TENANT))), WRONG_ISSUER);
    }

    @Test
    void anotherAudience() {
        assertInvalid(token(claims -> claims.audience("https://graph.microsoft.com")), WRONG_AUDIENCE);
        assertInvalid(token(claims -> claims.audience((String) null)), WRONG_AUDIENCE);
        assertInvalid(token(claims -> claims.audience(java.util.Collections.singletonList(null))), WRONG_AUDIENCE);
    }

    @Test
    void expired() {
        assertInvalid(token(claims -> claims.expirationTime(inSeconds(-90))), EXPIRED);
        assertInvalid(token(claims -> claims.expirationTime(null)), EXPIRED);
    }

    @Test
    void notYetValid() {
        assertInvalid(token(claims -> claims.notBeforeTime(inSeconds(90))), "The access token is not valid yet.");
    }

    @Test
    void theFirstFaultInTheOrderOfChecksIsNamed() {
        assertInvalid(token(claims -> claims.issuer("x").audience("x").expirationTime(inSeconds(-90))), WRONG_ISSUER);
        assertInvalid(token(claims -> claims.audience("x").expirationTime(inSeconds(-90))), WRONG_AUDIENCE);
        assertInvalid(token(claims -> issuedFor(claims, UNSERVED_TENANT).expirationTime(inSeconds(-90))), EXPIRED);
        assertForbidden(
                token(claims -> issuedFor(claims, UNSERVED_TENANT).claim("scp", "x")),
                "The tenant is not served here.");
    }
}
