package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.client.http.ErrorResponse;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the code that calls the client sees. */
class ClientCallerTest extends ClientTest {

    private static final int ATTEMPTS = 300;

    @Test
    void asynchronousReportsEndTheSameWay() {
        answer(noContent());
        assertThat(client().reportAsync(REPORT)).succeedsWithin(Duration.ofMinutes(2));

        answer(aResponse().withStatus(403));
        assertThatThrownBy(() -> client().reportAsync(REPORT).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(PermissionException.class);
    }

    @Test
    void cancellingEndsTheRetries() throws InterruptedException {
        answer(aResponse().withStatus(503));
        RemoteAssistanceClient retrying = builder()
                .retryPolicy(new RetryPolicy(ATTEMPTS, Duration.ofMillis(200), Duration.ofMillis(200)))
                .build();
        CompletableFuture<Void> report = retrying.reportAsync(REPORT);
        while (requestNames().isEmpty()) {
            Thread.sleep(10);
        }
        report.cancel(true);
        int before;
        do {
            before = requestNames().size();
            Thread.sleep(1_000);
        } while (requestNames().size() > before);
        assertThat(before).as("attempts until they ended").isBetween(1, ATTEMPTS - 1);
    }

    @Test
    void interruptionEndsTheWaitAndIsKept() throws InterruptedException {
        answer(noContent().withFixedDelay(60_000));
        AtomicInteger outcome = new AtomicInteger();
        Thread caller = new Thread(() -> {
            try {
                client().report(REPORT);
            } catch (ConnectionException e) {
                outcome.set(Thread.currentThread().isInterrupted() ? 1 : 2);
            }
        });
        caller.start();
        while (requestNames().isEmpty()) {
            Thread.sleep(10);
        }
        caller.interrupt();
        caller.join();
        assertThat(outcome).hasValue(1);
    }

    @Test
    void whatTheTokenProviderThrowsReachesTheCallerAtOnce() {
        for (RuntimeException noLogin : List.of(
                new IllegalStateException("not signed in"),
                new UncheckedIOException(new IOException("token endpoint down")))) {
            AtomicInteger calls = new AtomicInteger();
            RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> {
                        calls.incrementAndGet();
                        throw noLogin;
                    })
                    .baseUri(URI.create(server.baseUrl()))
                    .build();
            assertThatThrownBy(() -> client.report(REPORT)).isSameAs(noLogin);
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void anErrorOfTheTokenProviderEndsARetryToo() {
        answer(aResponse().withStatus(503));
        AtomicInteger calls = new AtomicInteger();
        RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> {
                    if (calls.incrementAndGet() == 2) {
                        throw new NoClassDefFoundError("gone");
                    }
                    return "token";
                })
                .baseUri(URI.create(server.baseUrl()))
                .retryPolicy(QUICK)
                .build();
        assertThatThrownBy(() -> client.report(REPORT)).isInstanceOf(NoClassDefFoundError.class);
    }

    @Test
    void takesATokenFromAFileWithItsLineEnd() {
        answer(noContent());
        RemoteAssistanceClient.builder(() -> "token\n")
                .baseUri(URI.create(server.baseUrl()))
                .build()
                .report(REPORT);
        server.verify(1, postRequestedFor(urlEqualTo(PATH)).withHeader("Authorization", equalTo("Bearer token")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SECRET TOKEN", "SECRET\r\nX: y", "SECRET\u0416"})
    void doesNotQuoteATokenThatIsNone(String token) {
        RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> token)
                .baseUri(URI.create(server.baseUrl()))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.report(REPORT))
                .withMessageContaining("no access token")
                .withMessageNotContaining("SECRET");
    }

    @Test
    void leavesNoThreadBehindWithAnAnswerThatDoesNotEnd() throws InterruptedException {
        answer(aResponse().withStatus(400).withBody("x".repeat(1_000)).withChunkedDribbleDelay(1_000, 600_000));

        assertThatThrownBy(() -> builder()
                        .requestTimeout(Duration.ofMillis(300))
                        .retryPolicy(RetryPolicy.NONE)
                        .build()
                        .report(REPORT))
                .isInstanceOf(ConnectionException.class);

        // If a thread goes on reading, the test's timeout ends this loop long before the answer ends.
        while (aThreadReadsAnAnswer()) {
            Thread.sleep(100);
        }
    }

    private static boolean aThreadReadsAnAnswer() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals(ErrorResponse.class.getName()));
    }

    @Test
    void anyTimeoutIsTaken() {
        answer(aResponse().withStatus(503), aResponse().withStatus(204));
        Duration longest = Duration.ofSeconds(Long.MAX_VALUE);

        builder()
                .connectTimeout(longest)
                .requestTimeout(longest)
                .retryPolicy(new RetryPolicy(2, Duration.ZERO, longest))
                .build()
                .report(REPORT);

        assertThat(requestNames()).hasSize(2);
    }

    @Test
    void aPayloadThatIsNoJsonIsTheCallersFault() {
        RemoteAssistanceReporting payload =
                new RemoteAssistanceReporting().id("a").putAdditionalProperty("x", new Object());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().report(payload))
                .withMessageContaining("cannot be written as JSON");
    }
}
