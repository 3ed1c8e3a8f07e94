package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Base of the tests of the client, with a server that gives the answers that a test sets. */
@Timeout(300)
abstract class ClientTest {

    static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(20), Duration.ofSeconds(5));
    static final RemoteAssistanceReporting REPORT = new RemoteAssistanceReporting().id("a");
    static final String PATH = "/beta/deviceManagement/reportRemoteAssistance";

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private final AtomicInteger tokens = new AtomicInteger();

    RemoteAssistanceClient client() {
        return builder().build();
    }

    RemoteAssistanceClient.Builder builder() {
        return RemoteAssistanceClient.builder(() -> "token-" + tokens.incrementAndGet())
                .baseUri(URI.create(server.baseUrl()))
                .retryPolicy(QUICK);
    }

    /** Sets the server's answers. They are given one after another, and the last one from then on. */
    void answer(ResponseDefinitionBuilder... answers) {
        server.resetScenarios();
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(any(anyUrl())
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1)));
        }
        if (answers.length == 1) {
            server.stubFor(any(anyUrl()).willReturn(answers[0]));
        }
    }

    List<String> requestNames() {
        return server.findAll(com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl())).stream()
                .map((LoggedRequest request) -> request.getHeader("client-request-id"))
                .toList();
    }
}
