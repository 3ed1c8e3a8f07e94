package dev.remoteassistance.contract.consumer;

import static dev.remoteassistance.contract.consumer.Expectations.EXAMPLE_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import dev.remoteassistance.client.ErrorResponseException;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.client.RetryPolicy;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;

/** The real client, as the helper's apps in these tests use it. */
public final class ClientUnderTest {

    /** Detour between the client and its provider, where a proxy makes broken clients. */
    private static volatile UnaryOperator<URI> route = UnaryOperator.identity();

    private ClientUnderTest() {}

    /** Sends the requests of all clients through a detour, until the next call. */
    public static void route(UnaryOperator<URI> detour) {
        route = detour;
    }

    /** Returns a client that does not retry. */
    static RemoteAssistanceClient at(MockServer server) {
        return RemoteAssistanceClient.builder(() -> EXAMPLE_TOKEN)
                .baseUri(route.apply(URI.create(server.getUrl())))
                .retryPolicy(RetryPolicy.NONE)
                .build();
    }

    /** Sends a report, and returns its refusal. */
    static <T extends ErrorResponseException> T refusal(
            Class<T> type, MockServer server, RemoteAssistanceReporting report) {
        T refusal = catchThrowableOfType(type, () -> at(server).report(report));
        assertThat(refusal).as("the client's exception").isNotNull();
        assertThat(refusal.code()).isPresent();
        assertThat(refusal.requestId()).isPresent();
        return refusal;
    }

    /** Returns the payload of a body, as an app that reads JSON gets it. */
    static RemoteAssistanceReporting payload(String body) throws IOException {
        return JsonPolicy.newMapper()
                .readValue(body, ReportRemoteAssistanceRequest.class)
                .getReportingPayload();
    }
}
