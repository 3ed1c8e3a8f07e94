package dev.remoteassistance.server.throttle;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests a server that allows a tenant three requests in 20 seconds, which may all come from one app. */
class ThrottleCheckTest {

    private static final String REPORT = "{\"reportingPayload\":{\"id\":\"a\"}}";

    private final AtomicLong now = new AtomicLong();

    @RegisterExtension
    final RunningServer server =
            new RunningServer(new Throttle(new ThrottleLimits(3, 3, Duration.ofMillis(20_000)), now::get));

    @Test
    void refusesWhatIsOverTheShareUntilTheTimeThatItNames() {
        for (int i = 0; i < 3; i++) {
            assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
        }
        now.addAndGet(Duration.ofMillis(100).toNanos());

        HttpResponse<String> refused = server.post(REPORT.replace("\"a\"", "\"b\""));

        assertRefused(refused, ErrorCode.TOO_MANY_REQUESTS)
                .hasMessage(
                        "The application has sent more requests than its share. Send this one again after the time in "
                                + "Retry-After.")
                .hasHeader("Retry-After", "20");
        assertThat(server.stored()).hasSize(1);
        now.addAndGet(Duration.ofSeconds(20).toNanos());
        assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
    }

    @Test
    void leavesOtherTenantsAlone() {
        for (int i = 0; i < 10; i++) {
            server.post(REPORT);
        }
        assertThat(server.post(REPORT).statusCode()).isEqualTo(429);
        assertThat(server.send(of(RunningServer.OTHER_TENANT)).statusCode()).isEqualTo(204);
    }

    @Test
    void countsWhatALaterCheckRefuses() {
        assertThat(server.post("{}").statusCode()).isEqualTo(400);
        assertThat(server.send(server.request().GET()).statusCode()).isEqualTo(405);
        assertThat(server.send(nowhere()).statusCode()).isEqualTo(404);
        assertThat(server.send(nowhere()).statusCode()).isEqualTo(429);
    }

    @Test
    void countsNobodyWhoIsNotKnownOrNotServed() {
        for (int i = 0; i < 10; i++) {
            assertThat(server.send(server.request().setHeader("Authorization", "Bearer " + server.expiredToken()))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(server.send(of(RunningServer.UNSERVED_TENANT)).statusCode())
                    .isEqualTo(403);
        }
        assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
    }

    private HttpRequest.Builder nowhere() {
        return HttpRequest.newBuilder(server.uri("/beta/nowhere"))
                .setHeader("Authorization", "Bearer " + server.token());
    }

    private HttpRequest.Builder of(String tenant) {
        return server.request()
                .setHeader(
                        "Authorization",
                        "Bearer " + server.token(CallerKind.USER, tenant, RunningServer.firstPermission()))
                .POST(BodyPublishers.ofString(REPORT));
    }
}
