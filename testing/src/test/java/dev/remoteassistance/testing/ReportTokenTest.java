package dev.remoteassistance.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remoteassistance.client.AuthenticationException;
import dev.remoteassistance.client.PermissionException;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.CallerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that each token is what its annotation says. */
@ExtendWith(RemoteAssistanceServerExtension.class)
class ReportTokenTest {

    private static final String OTHER_TENANT = "22222222-2222-2222-2222-222222222222";

    @Test
    void ofUsersAndApplications(
            TestServer server,
            @ReportToken String user,
            @ReportToken(kind = CallerKind.APP, tenant = OTHER_TENANT) String app) {
        send(server, user);
        send(server, app);

        assertThat(server.reports())
                .extracting(ReceivedReport::tenantId)
                .containsExactly(TestServer.TENANT, OTHER_TENANT);
        assertThat(server.reports()).allMatch(ReceivedReport::current);
    }

    @Test
    void expired(TestServer server, @ReportToken(expired = true) String token) {
        assertThatExceptionOfType(AuthenticationException.class).isThrownBy(() -> send(server, token));
        assertThat(server.reports()).isEmpty();
    }

    @Test
    void withoutThePermission(TestServer server, @ReportToken(permissions = "User.Read") String token) {
        assertThatExceptionOfType(PermissionException.class).isThrownBy(() -> send(server, token));
        assertThat(server.reports()).isEmpty();
    }

    private static void send(TestServer server, String token) {
        RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.baseUri())
                .build()
                .report(new RemoteAssistanceReporting().id("1"));
    }
}
