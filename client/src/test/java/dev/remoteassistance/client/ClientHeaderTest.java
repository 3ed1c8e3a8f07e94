package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests headers that the caller adds, and connections through a proxy. */
class ClientHeaderTest extends ClientTest {

    @Test
    void asksForHeadersAtEachAttempt() {
        answer(serviceUnavailable(), noContent());
        AtomicInteger span = new AtomicInteger();

        builder()
                .headers(() -> Map.of("traceparent", "00-1-" + span.incrementAndGet()))
                .build()
                .report(REPORT);

        assertThat(server.findAll(postRequestedFor(anyUrl())))
                .extracting(request -> request.getHeader("traceparent"))
                .containsExactlyInAnyOrder("00-1-1", "00-1-2");
    }

    @Test
    void asksTheCallersThreadForTheHeadersOfACall() {
        answer(serviceUnavailable(), noContent());
        ThreadLocal<String> trace = new ThreadLocal<>();
        trace.set("00-a");
        AtomicInteger span = new AtomicInteger();
        RemoteAssistanceClient client = builder()
                .headersOfCall(() -> {
                    String current = trace.get();
                    return () -> Map.of("traceparent", current + "-" + span.incrementAndGet());
                })
                .build();

        client.report(REPORT);
        trace.set("00-b");
        client.reportAsync(REPORT).join();

        assertThat(server.findAll(postRequestedFor(anyUrl())))
                .extracting(request -> request.getHeader("traceparent"))
                .containsExactlyInAnyOrder("00-a-1", "00-a-2", "00-b-3");
    }

    @Test
    void passesOnWhatTheSupplierOfACallThrows() {
        RemoteAssistanceClient client = builder()
                .headersOfCall(() -> {
                    throw new IllegalStateException("no trace");
                })
                .build();

        assertThat(client.reportAsync(REPORT))
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableThat()
                .havingRootCause()
                .withMessage("no trace");
        assertThat(server.findAll(postRequestedFor(anyUrl()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", "Content-Type", "Accept", "client-request-id"})
    void refusesHeadersThatTheClientSets(String name) {
        answer(noContent());
        RemoteAssistanceClient client =
                builder().headers(() -> Map.of(name, "another")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.report(REPORT))
                .withMessage("the client itself sets the header " + name);
        assertThat(server.findAll(postRequestedFor(anyUrl()))).isEmpty();
    }

    @Test
    void quotesNoValueThatCannotBeSent() {
        RemoteAssistanceClient client =
                builder().headers(() -> Map.of("gateway-key", "secret\r\n")).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.report(REPORT))
                .withMessage("not a header that can be sent: gateway-key");
    }

    @Test
    void goesThroughAProxy() {
        answer(noContent());

        builder()
                .baseUri(URI.create("http://graph.invalid"))
                .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", server.getPort())))
                .build()
                .report(REPORT);

        server.verify(1, postRequestedFor(anyUrl()).withHeader("Host", equalTo("graph.invalid")));
    }

    @Test
    void goesThroughTheProxyOfTheEnvironment() {
        answer(noContent());

        builder()
                .baseUri(URI.create("http://graph.invalid"))
                .proxyFrom(Map.of("http_proxy", server.baseUrl()))
                .build()
                .report(REPORT);

        server.verify(1, postRequestedFor(anyUrl()).withHeader("Host", equalTo("graph.invalid")));
    }
}
