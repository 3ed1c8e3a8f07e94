package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.server.auth.issuer.RemoteKeys;
import dev.remoteassistance.server.telemetry.Collector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Tests the export of the running jar: on, with its collector down, and off. */
class TelemetryIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PACKAGE = "io.opentelemetry.";
    private static final String ISSUER = RemoteKeys.class.getPackageName();
    private static final int SIGTERM_EXIT = 143;

    @RegisterExtension
    final Collector collector = new Collector();

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aTraceThatBeginsHereHasTheIdOfTheLog() throws Exception {
        Map<String, String> variables = new HashMap<>(collector.variables());
        variables.put("OTEL_BSP_SCHEDULE_DELAY", "600000");
        try (ServedJar server = new ServedJar(folder, settings(variables))) {
            report(server);
            // Metrics come all the time, and spans only when the server ends.
            Waiting.until(() -> collector.exports() > 3);
            assertThat(collector.spans()).isEmpty();
            assertThat(ServerJar.stop(server.process())).isEqualTo(SIGTERM_EXIT);

            String traceId = log(server).stream()
                    .filter(line -> line.path("message").asText().equals("request"))
                    .map(line -> line.path("trace-id").asText())
                    .findFirst()
                    .orElseThrow();
            assertThat(collector.spans())
                    .hasSize(2)
                    .allSatisfy(span -> assertThat(
                                    HexFormat.of().formatHex(span.getTraceId().toByteArray()))
                            .isEqualTo(traceId));
        }
    }

    @Test
    void aCollectorThatIsDownCostsOneLine() throws Exception {
        Map<String, String> variables = new HashMap<>(collector.variables());
        collector.afterEach(null);
        variables.put("OTEL_EXPORTER_OTLP_TIMEOUT", "100");
        try (ServedJar server = new ServedJar(folder, settings(variables))) {
            for (int i = 0; i < 20; i++) {
                report(server);
                Thread.sleep(50);
            }
            Waiting.until(() -> Files.readString(server.log()).contains("cannot be exported"));
            report(server);
            assertThat(ServerJar.stop(server.process())).isEqualTo(SIGTERM_EXIT);

            assertThat(log(server))
                    .filteredOn(line -> !line.path("message").asText().equals("request"))
                    // On a busy machine, the issuer may be too slow.
                    .filteredOn(line -> !line.path("logger").asText().startsWith(ISSUER))
                    .extracting(line -> line.path("level").asText() + " "
                            + line.path("message").asText().replaceFirst("\\(.*", ""))
                    .containsExactly("WARN Telemetry ", "INFO Not ready any more; still answering for PT0.1S");
        }
    }

    @Test
    void withoutAnEndpointNothingOfOpenTelemetryIsLoaded() throws Exception {
        assertThat(classesOfOpenTelemetry(collector.variables())).isPositive();
        assertThat(classesOfOpenTelemetry(Map.of("OTEL_SERVICE_NAME", "reports")))
                .isZero();
    }

    private long classesOfOpenTelemetry(Map<String, String> variables) throws Exception {
        Path classes = folder.resolve("classes");
        Map<String, String> settings = settings(variables);
        settings.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);
        try (ServedJar server = new ServedJar(folder, settings)) {
            report(server);
            ServerJar.stop(server.process());
        }
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains(" " + RemoteAssistanceServer.class.getName() + " "));
        return loaded.stream().filter(line -> line.contains(" " + PACKAGE)).count();
    }

    private static Map<String, String> settings(Map<String, String> variables) {
        Map<String, String> settings = new HashMap<>(variables);
        settings.put("REMOTE_ASSISTANCE_LOG_FORMAT", "json");
        settings.put("REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", "PT0.1S");
        return settings;
    }

    private void report(ServedJar server) throws Exception {
        assertThat(http.send(
                                HttpRequest.newBuilder(server.operationUri())
                                        .header("Authorization", "Bearer " + server.token())
                                        .header("Content-Type", "application/json")
                                        .POST(BodyPublishers.ofByteArray(PersonalData.REPORT))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
    }

    private static List<JsonNode> log(ServedJar server) throws IOException {
        return Files.readAllLines(server.log()).stream()
                .filter(line -> !line.startsWith("NOTE: Picked up JDK_JAVA_OPTIONS"))
                .map(line -> {
                    try {
                        return JSON.readTree(line);
                    } catch (IOException e) {
                        throw new UncheckedIOException(line, e);
                    }
                })
                .toList();
    }
}
