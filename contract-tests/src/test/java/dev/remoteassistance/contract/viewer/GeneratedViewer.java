package dev.remoteassistance.contract.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.client.generated.ApiClient;
import dev.remoteassistance.client.generated.ApiException;
import dev.remoteassistance.client.generated.ReportsApi;
import dev.remoteassistance.contract.consumer.Expectations;
import dev.remoteassistance.model.Report;
import dev.remoteassistance.model.json.JsonPolicy;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A viewer that asks with the generated client, which accepts bytes first. */
final class GeneratedViewer {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private GeneratedViewer() {}

    /** An operation of the generated client. */
    @FunctionalInterface
    interface Asked<Q> {
        CompletableFuture<Report> ask(ReportsApi client, Q query, Map<String, String> headers) throws ApiException;
    }

    /** Sends each query by hand, and those for bytes also with the generated client, which must read the same. */
    static <Q> void assertReads(MockServer server, List<ReportQuestion> questions, Class<Q> type, Asked<Q> operation)
            throws Exception {
        ReportsApi client = client(server);
        for (ReportQuestion question : questions) {
            String answer = question.ask(server).body();
            assertThat(answer).as(question.name()).isNotEmpty();
            if (question.isForBytes()) {
                Q query = MAPPER.readValue(question.request().body(), type);
                Report report = operation
                        .ask(client, query, Map.of("Authorization", "Bearer " + Expectations.EXAMPLE_TOKEN))
                        .get();
                assertThat(MAPPER.readTree(MAPPER.writeValueAsString(report))).isEqualTo(MAPPER.readTree(answer));
            }
        }
    }

    private static ReportsApi client(MockServer server) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(server.getUrl());
        client.setHttpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
        client.setObjectMapper(MAPPER);
        return new ReportsApi(client);
    }
}
