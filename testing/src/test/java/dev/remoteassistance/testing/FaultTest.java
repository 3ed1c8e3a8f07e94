package dev.remoteassistance.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remoteassistance.client.ConnectionException;
import dev.remoteassistance.client.ErrorResponseException;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.client.RetryPolicy;
import dev.remoteassistance.client.ServerException;
import dev.remoteassistance.client.ThrottledException;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.dev.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests what a caller sees of each fault, and what is stored. */
@ExtendWith(RemoteAssistanceServerExtension.class)
class FaultTest {

    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ZERO, Duration.ofSeconds(1));

    @Test
    void throttled(TestServer server, @ReportToken String token) {
        server.fault(new Fault(Fault.Kind.THROTTLED, Duration.ofSeconds(7)));

        assertThatExceptionOfType(ThrottledException.class)
                .isThrownBy(() -> send(server, token))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(7)));
        assertThat(ids(server)).isEmpty();
    }

    @Test
    void unavailable(TestServer server, @ReportToken String token) {
        server.fault(Fault.of(Fault.Kind.UNAVAILABLE));

        assertThatExceptionOfType(ServerException.class)
                .isThrownBy(() -> send(server, token))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(503));
        assertThat(ids(server)).isEmpty();
    }

    @Test
    void slow(TestServer server, @ReportToken String token) {
        Duration delay = Duration.ofMillis(300);
        server.fault(new Fault(Fault.Kind.SLOW, delay));

        long start = System.nanoTime();
        send(server, token);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(delay);
        assertThat(ids(server)).containsExactly("1");
    }

    @Test
    void cutBeforeTheCommit(TestServer server, @ReportToken String token) {
        server.fault(Fault.of(Fault.Kind.CUT));

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> send(server, token));
        assertThat(ids(server)).isEmpty();
    }

    @Test
    void cutAfterTheCommit(TestServer server, @ReportToken String token) {
        server.fault(Fault.of(Fault.Kind.CUT_AFTER_COMMIT));

        assertThatExceptionOfType(ConnectionException.class).isThrownBy(() -> send(server, token));
        assertThat(ids(server)).containsExactly("1");
    }

    @Test
    void wrongBody(TestServer server, @ReportToken String token) {
        server.fault(Fault.of(Fault.Kind.WRONG_BODY));

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> send(server, token))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(200));
        assertThat(ids(server)).isEmpty();
    }

    @Test
    void oneForEachRequest(TestServer server, @ReportToken String token) {
        server.fault(Fault.of(Fault.Kind.CUT_AFTER_COMMIT), Fault.of(Fault.Kind.UNAVAILABLE));

        RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.baseUri())
                .build()
                .report(new RemoteAssistanceReporting().id("1"));

        assertThat(ids(server)).containsExactly("1");
    }

    private static void send(TestServer server, String token) {
        RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.baseUri())
                .retryPolicy(ONCE)
                .build()
                .report(new RemoteAssistanceReporting().id("1"));
    }

    private static List<String> ids(TestServer server) {
        return server.reports().stream().map(report -> report.payload().getId()).toList();
    }
}
