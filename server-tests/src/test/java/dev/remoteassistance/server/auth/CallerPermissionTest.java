package dev.remoteassistance.server.auth;

import static dev.remoteassistance.server.RunningServer.TENANT;
import static dev.remoteassistance.server.RunningServer.UNSERVED_TENANT;

import dev.remoteassistance.server.RunningServer;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which callers with a valid token may report. */
class CallerPermissionTest extends AccessTokenTest {

    private static String lacks(String who) {
        return "The %s lacks the permission for this operation; it takes %s."
                .formatted(
                        who,
                        RunningServer.OPERATION.permissionAlternatives().stream()
                                .flatMap(Set::stream)
                                .collect(Collectors.joining(", or ")));
    }

    @Test
    void aTenantThatIsNotServed() {
        assertForbidden(token(claims -> issuedFor(claims, UNSERVED_TENANT)), "The tenant is not served here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9188040d-6c67-4c5b-b112-36a304b66dad", "9188040D-6C67-4C5B-B112-36A304B66DAD"})
    void personalAccounts(String tenant) {
        assertForbidden(token(claims -> issuedFor(claims, tenant)), "Personal Microsoft accounts are not supported.");
    }

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
        assertForbidden(token(claims -> claims.claim("scp", scopes)), lacks("user"));
    }

    @Test
    void rolesOfAUserAreNoScopes() {
        List<String> roles = List.of(RunningServer.firstPermission());
        assertForbidden(token(claims -> claims.claim("scp", "User.Read").claim("roles", roles)), lacks("user"));
        assertForbidden(token(claims -> claims.claim("scp", null).claim("roles", roles)), lacks("user"));
        assertForbidden(
                token(claims -> claims.claim("scp", null).claim("idtyp", "user").claim("roles", roles)), lacks("user"));
    }

    @Test
    void scopesOfAnApplicationAreNoRoles() {
        assertForbidden(token(claims -> claims.claim("idtyp", "app")), lacks("application"));
    }

    @Test
    void claimsOfAnotherType() {
        assertForbidden(token(claims -> claims.claim("scp", List.of(RunningServer.firstPermission()))), lacks("user"));
        assertInvalid(
                token(claims -> claims.claim("idtyp", "app").claim("roles", RunningServer.firstPermission())),
                "The roles of the access token cannot be read.");
        assertInvalid(
                token(claims -> claims.claim("idtyp", "device")),
                "The access token is neither a user's nor an application's.");
    }

    @ParameterizedTest
    @EnumSource(CallerKind.class)
    void developmentTokensAreOfNoUseHere(CallerKind kind) {
        assertInvalid(server.token(kind, TENANT, RunningServer.firstPermission()), UNKNOWN);
    }
}
