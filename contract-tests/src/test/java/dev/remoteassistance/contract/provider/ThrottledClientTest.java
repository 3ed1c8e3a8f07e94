package dev.remoteassistance.contract.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.client.RetryPolicy;
import dev.remoteassistance.client.ThrottledException;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.contract.state.TestIssuer;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real client, and a real server that allows one report in two seconds, by a clock that the test moves. */
class ThrottledClientTest {

    private static final Duration WINDOW = Duration.ofSeconds(2);
    private static final String TOKEN = new CallerStates(() -> TestIssuer.SERVED_TENANT).user(CallerStates.PERMISSION);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong now = new AtomicLong();
    /** The client asks for a token at each attempt. */
    private final AtomicInteger attempts = new AtomicInteger();

    @TempDir
    Path folder;

    private ProviderServer server;

    @BeforeEach
    void start() throws IOException {
        server = ProviderServer.start(
                folder,
                ServerSetup.of(TestIssuer.TRUSTED, Set.of(TestIssuer.SERVED_TENANT))
                        .withThrottle(new Throttle(new ThrottleLimits(1, 1, WINDOW), now::get)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Timeout(300)
    void comesBackWhenTheServerSaysAndTheReportIsStored() throws Exception {
        RemoteAssistanceClient client = client(RetryPolicy.DEFAULT);
        client.report(report("a"));
        long asked = System.nanoTime();

        CompletableFuture<Void> second = client.reportAsync(report("b"));
        awaitRefusal();
        now.addAndGet(WINDOW.toNanos());
        second.get(120, TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(WINDOW);
        assertThat(attempts).hasValue(3);
        assertThat(server.export().lines()).hasSize(2);
    }

    @Test
    void leavesAWaitThatIsTooLongToItsCaller() {
        RemoteAssistanceClient client = client(new RetryPolicy(4, Duration.ofMillis(1), Duration.ofSeconds(1)));
        client.report(report("a"));

        ThrottledException refusal = catchThrowableOfType(ThrottledException.class, () -> client.report(report("b")));

        assertThat(refusal.retryAfter()).hasValue(WINDOW);
        assertThat(attempts).hasValue(2);
    }

    /** Waits until the server has refused a request; only then may the test move the clock beyond the window. */
    private void awaitRefusal() throws Exception {
        HttpRequest metrics = HttpRequest.newBuilder(server.metrics()).build();
        while (!http.send(metrics, BodyHandlers.ofString()).body().contains("status_code=\"429\"} 1")) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private RemoteAssistanceClient client(RetryPolicy policy) {
        URI root = server.root();
        return RemoteAssistanceClient.builder(() -> {
                    attempts.incrementAndGet();
                    return TOKEN;
                })
                .baseUri(root)
                .retryPolicy(policy)
                .build();
    }

    private static RemoteAssistanceReporting report(String id) {
        return new RemoteAssistanceReporting().id(id);
    }
}
