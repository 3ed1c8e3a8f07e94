package dev.remoteassistance.server.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.remoteassistance.server.LogCapture;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.config.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests when telemetry is on, and that no request depends on its collector. */
class TelemetryTest {

    private static final String REPORT = "{\"reportingPayload\":{\"id\":\"a\"}}";

    @RegisterExtension
    final Collector collector = new Collector();

    @RegisterExtension
    final LogCapture log = new LogCapture();

    @RegisterExtension
    final RunningServer server = new RunningServer(parts -> parts.telemetry(collector.telemetry()));

    @Test
    void isOffWithoutAnEndpoint() {
        assertThat(Telemetry.of(Map.of())).isEmpty();
        assertThat(Telemetry.of(Map.of(Telemetry.ENDPOINT, ""))).isEmpty();
        assertThat(Telemetry.of(Map.of("OTEL_SERVICE_NAME", "reports"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OTEL_EXPORTER_OTLP_PROTOCOL         | grpc      | OTEL_EXPORTER_OTLP_PROTOCOL must be http/protobuf, not grpc
                    OTEL_EXPORTER_OTLP_METRICS_PROTOCOL | http/json | OTEL_EXPORTER_OTLP_METRICS_PROTOCOL must be http/protobuf, not http/json
                    OTEL_EXPORTER_OTLP_ENDPOINT         | collector | A variable of OpenTelemetry (OTEL_…) cannot be used: OTLP endpoint must be a valid URL: collector
                    OTEL_METRIC_EXPORT_INTERVAL         | often     | 'A variable of OpenTelemetry (OTEL_…) cannot be used: Invalid duration property otel.metric.export.interval=often. Expected number, found: '
                    OTEL_EXPORTER_OTLP_HEADERS          | key       | A variable of OpenTelemetry (OTEL_…) cannot be used: Invalid map property: otel.exporter.otlp.headers
                    """)
    void refusesWhatItCannotUse(String variable, String value, String message) {
        Map<String, String> variables = new HashMap<>(collector.variables());
        variables.put(variable, value);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> Telemetry.of(variables))
                .withMessage(message);
    }

    @Test
    void logsOnceThatTheCollectorFailsAndOnceThatItIsBack() throws Exception {
        collector.answer(serverError());
        assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
        Waiting.until(() -> collector.exports() >= 5);
        assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
        assertThat(watched()).hasSize(1);
        assertThat(watched().get(0)).startsWith("WARN ").contains("cannot be exported");

        collector.answer(ok());
        // Makes another span: the earlier ones may have been sent while the collector was failing.
        assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
        Waiting.until(() -> watched().size() > 1);
        assertThat(watched().get(1)).startsWith("INFO ").contains("exported again");
    }

    @Test
    void waitsForNoCollector() {
        collector.answer(ok().withFixedDelay(Waiting.LONGEST_MILLIS));

        for (int i = 0; i < 10; i++) {
            assertThat(server.post(REPORT).statusCode()).isEqualTo(204);
        }
    }

    private List<String> watched() {
        return log.text()
                .lines()
                .filter(line -> line.contains(ExportWatch.class.getSimpleName()))
                .toList();
    }
}
