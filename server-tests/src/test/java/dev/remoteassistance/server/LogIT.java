package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what the running jar logs, and what it must not log. */
class LogIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    /** Sent in every place that a caller can fill. */
    private static final String SECRET = "alice.secret@contoso.example";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> forbidden = new ArrayList<>(List.of(SECRET, "alice"));

    @Test
    void jsonTellsOfEachRequestAndOfNobody() throws Exception {
        HttpResponse<String> stored;
        HttpResponse<String> refused;
        try (ServedJar server = serve("json")) {
            stored = send(request(server).header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"));
            refused = send(request(server)
                    .POST(BodyPublishers.ofString(
                            "{\"reportingPayload\":{\"startDateTime\":\"%s\"}}".formatted(SECRET))));
            misuse(server);
            failToStore(server);
            ServerJar.stop(server.process());

            List<JsonNode> lines =
                    Files.readAllLines(server.log()).stream().map(LogIT::parse).toList();
            List<JsonNode> access = lines.stream()
                    .filter(line -> line.path("logger").asText().equals("dev.remoteassistance.access"))
                    .toList();

            assertTellsOfSuccess(access.get(0), id(stored));
            assertTellsOfRefusal(access.get(1), id(refused));
            assertThat(access.subList(2, access.size()))
                    .extracting(line ->
                            line.path("status").asInt() + line.path("code").asText())
                    .containsExactly(
                            "401InvalidAuthenticationToken",
                            "404NotFound",
                            "405MethodNotAllowed",
                            "403Forbidden",
                            "503ServiceUnavailable");
            assertThat(lines)
                    .extracting(line -> line.path("message").asText())
                    .anyMatch(text -> text.contains("The store takes no reports"))
                    .anyMatch(text -> text.contains("Not ready"));
            assertHoldsNothingForbidden(server.log());
        }
    }

    private static void assertTellsOfSuccess(JsonNode line, String requestId) {
        assertThat(fields(line))
                .containsExactlyInAnyOrder(
                        "timestamp",
                        "level",
                        "logger",
                        "message",
                        "request-id",
                        "trace-id",
                        "tenant",
                        "method",
                        "route",
                        "status",
                        "duration-ms");
        assertThat(line.path("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(line.path("request-id").asText()).isEqualTo(requestId);
        assertThat(line.path("trace-id").asText()).isEqualTo(TRACE);
        assertThat(line.path("tenant").asText()).isEqualTo(RunningServer.TENANT);
        assertThat(line.path("method").asText()).isEqualTo("POST");
        assertThat(line.path("route").asText()).isEqualTo(RunningServer.OPERATION.path());
        assertThat(line.path("status").isInt()).isTrue();
        assertThat(line.path("status").asInt()).isEqualTo(204);
        assertThat(line.path("duration-ms").asDouble()).isPositive();
    }

    private static void assertTellsOfRefusal(JsonNode line, String requestId) {
        assertThat(line.path("request-id").asText()).isEqualTo(requestId);
        assertThat(line.path("trace-id").asText()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
        assertThat(line.path("status").asInt()).isEqualTo(400);
        assertThat(line.path("code").asText()).isEqualTo("ModelValidationFailure");
    }

    @Test
    void textTellsOfEachRequestAndOfNobody() throws Exception {
        try (ServedJar server = serve("text")) {
            HttpResponse<String> stored = send(request(server));
            misuse(server);
            failToStore(server);
            ServerJar.stop(server.process());

            // On a busy machine, a line about the issuer's keys may come first.
            assertThat(Files.readAllLines(server.log()))
                    .filteredOn(line -> line.contains(" INFO  access "))
                    .first()
                    .asString()
                    .contains(" INFO  access " + id(stored) + " request method=POST status=204 duration-ms=");
            assertHoldsNothingForbidden(server.log());
        }
    }

    private ServedJar serve(String format) throws IOException {
        return new ServedJar(
                folder, Map.of("REMOTE_ASSISTANCE_LOG_FORMAT", format, "REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", "PT0.1S"));
    }

    /** Sends the secret in the token, the path, the query and the method's name, and requests from a foreign tenant. */
    private void misuse(ServedJar server) throws Exception {
        String query = "?access_token=" + SECRET;
        send(request(server).setHeader("Authorization", "Bearer " + SECRET));
        send(request(server).uri(server.operationUri().resolve("/beta/users/" + SECRET + query)));
        send(request(server)
                .uri(URI.create(server.operationUri() + query))
                .method("ALICE.SECRET", BodyPublishers.noBody()));
        String foreign = server.token(RunningServer.UNSERVED_TENANT);
        forbidden.add(foreign);
        send(request(server).setHeader("Authorization", "Bearer " + foreign));
    }

    /** Sends a report that cannot be stored; a log of the failure might well quote it. */
    private void failToStore(ServedJar server) throws Exception {
        Files.move(folder.resolve("reports.db"), folder.resolve("moved.db"));
        assertThat(send(request(server)).statusCode()).isEqualTo(503);
    }

    private HttpRequest.Builder request(ServedJar server) {
        String token = server.token();
        forbidden.add(token);
        return HttpRequest.newBuilder(server.operationUri())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("client-request-id", SECRET)
                .header("User-Agent", SECRET)
                .POST(BodyPublishers.ofByteArray(PersonalData.REPORT));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void assertHoldsNothingForbidden(Path log) throws IOException {
        PersonalData.assertAbsent(Files.readString(log), forbidden);
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue("request-id").orElseThrow();
    }

    private static List<String> fields(JsonNode line) {
        Iterable<String> names = line::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }
}
