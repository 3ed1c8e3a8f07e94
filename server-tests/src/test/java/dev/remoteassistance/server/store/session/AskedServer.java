package dev.remoteassistance.server.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.server.RemoteAssistanceServer;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.dev.TestTokens;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A server on a filled store, for queries over HTTP. */
final class AskedServer implements AutoCloseable {

    /** Text of a question may hold half a character, which JSON can only escape. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RemoteAssistanceServer server;

    /**
     * @param now the time by the server's clock
     */
    AskedServer(StoreLocation location, Instant now) throws IOException {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        server = RemoteAssistanceServer.of(
                        RunningServer.CONTRACT, TestTokens.ISSUER.verifier(), TenantPolicy.anyOrganization())
                .store(SqlReportStore.open(location, StoreOptions.DEFAULT, clock))
                .clock(clock)
                .build();
        server.start();
    }

    /** Returns the report that answers a question. */
    JsonNode ask(Caller caller, String operationId, Map<String, Object> question) throws Exception {
        Operation operation = RunningServer.CONTRACT.operation(operationId);
        String token = TestTokens.token(caller.kind(), caller.tenantId(), operation.leastPermissions());
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(server.baseUri().resolve(operation.path()))
                        .timeout(Waiting.LONGEST)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(question)))
                        .build(),
                BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(question.toString()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }
}
