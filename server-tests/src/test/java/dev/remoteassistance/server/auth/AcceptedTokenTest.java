package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.RunningServer.OPERATION;
import static dev.remoteassistance.server.RunningServer.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import dev.remoteassistance.server.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests tokens that must be accepted. */
class AcceptedTokenTest extends AccessTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
    void rsaSignatures(String algorithm) {
        assertAccepted(token(JWSAlgorithm.parse(algorithm), claims -> {}));
    }

    /** RFC 7515, section 4.1.9: a type without a slash stands for application/… */
    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "at+jwt", "application/jwt", "application/at+jwt", "application/AT+JWT"})
    void typesOfAToken(String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .type(new JOSEObjectType(type))
                .build();
        assertAccepted(sign(header, signer(KEY), claims(claims -> {})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secevent+jwt", "application/secevent+jwt", "text/jwt", "logout+jwt"})
    void noOtherTypes(String type) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("key-1")
                .type(new JOSEObjectType(type))
                .build();
        assertInvalid(sign(header, signer(KEY), claims(claims -> {})), UNKNOWN);
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
                .filteredOn(report -> report.id().equals(id))
                .singleElement()
                .satisfies(report -> assertThat(report.tenantId()).isEqualTo(RunningServer.LETTERED_TENANT));
    }
}
