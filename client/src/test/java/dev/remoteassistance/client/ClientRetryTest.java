package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests when and how the client retries. */
class ClientRetryTest extends ClientTest {

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503, 504})
    void triesAgainUnderTheSameName(int status) {
        answer(aResponse().withStatus(status), aResponse().withStatus(status), noContent());

        client().report(REPORT);

        assertThat(requestNames()).hasSize(3);
        assertThat(requestNames().stream().distinct()).hasSize(1);
        assertThat(server.getAllServeEvents().stream()
                        .map(event -> event.getRequest().getBodyAsString())
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void triesAgainAfterALostConnection(Fault fault) {
        answer(aResponse().withFault(fault), noContent());

        client().report(REPORT);

        assertThat(requestNames().stream().distinct()).hasSize(1);
    }

    @Test
    void triesAgainWhenNoAnswerComes() {
        answer(noContent().withFixedDelay(60_000), noContent());

        builder().requestTimeout(Duration.ofSeconds(5)).build().report(REPORT);

        assertThat(requestNames()).hasSize(2);
    }

    @Test
    void triesAgainWhenAnAnswerDoesNotEnd() {
        answer(
                aResponse().withStatus(400).withBody("x".repeat(1_000)).withChunkedDribbleDelay(10, 60_000),
                noContent());

        builder().requestTimeout(Duration.ofSeconds(5)).build().report(REPORT);
    }

    @Test
    void asksForATokenEachTime() {
        answer(aResponse().withStatus(503), noContent());

        client().report(REPORT);

        assertThat(server.getAllServeEvents())
                .extracting(event -> event.getRequest().getHeader("Authorization"))
                .containsExactly("Bearer token-2", "Bearer token-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 415, 500, 501, 502})
    void doesNotRepeatWhatWillNotChange(int status) {
        answer(aResponse().withStatus(status));

        assertThatThrownBy(() -> client().report(REPORT)).isInstanceOf(ErrorResponseException.class);

        assertThat(requestNames()).hasSize(1);
    }

    @Test
    void givesUpInTheEnd() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "0"));

        assertThatThrownBy(() -> client().report(REPORT)).isInstanceOf(ThrottledException.class);

        assertThat(requestNames()).hasSize(QUICK.maxAttempts());
    }

    @Test
    void waitsAsLongAsTheServerAsks() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "1"), noContent());

        long start = System.nanoTime();
        client().report(REPORT);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void leavesLongWaitsToTheCaller() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "6"));

        ThrottledException refusal = catchThrowableOfType(ThrottledException.class, () -> client().report(REPORT));

        assertThat(refusal.retryAfter()).hasValue(Duration.ofSeconds(6));
        assertThat(requestNames()).hasSize(1);
    }

    @Test
    void saysWhenThereIsNobody() throws IOException {
        // Bound, so that nobody else takes the port, but not listening.
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress("127.0.0.1", 0));
            RemoteAssistanceClient client = builder()
                    .baseUri(URI.create("http://127.0.0.1:" + nobody.getLocalPort()))
                    .build();

            assertThatThrownBy(() -> client.report(REPORT))
                    .isInstanceOf(ConnectionException.class)
                    .hasMessageContaining("after 3 attempt");
        }
    }
}
