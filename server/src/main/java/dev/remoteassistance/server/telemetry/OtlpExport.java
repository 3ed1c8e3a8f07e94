package dev.remoteassistance.server.telemetry;

import dev.remoteassistance.server.config.SettingsException;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Exports by OpenTelemetry's SDK, which reads all of its variables itself. */
final class OtlpExport implements Telemetry {

    private static final String VARIABLES = "OTEL_";
    private static final String PROTOCOL = "http/protobuf";
    /** The variables that choose the protocol. Only {@value #PROTOCOL} works: gRPC would need a second HTTP client. */
    private static final List<String> PROTOCOLS = List.of(
            "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_METRICS_PROTOCOL");

    private static final Map<String, String> DEFAULTS = Map.of(
            "otel.service.name",
            "remote-assistance-server",
            "otel.exporter.otlp.protocol",
            PROTOCOL,
            // The log is not exported: the server writes it to the error output.
            "otel.logs.exporter",
            "none");

    private static final int MAX_FLUSH_MILLIS = 5_000;

    private final MeterProducer meters = new MeterProducer();
    private final OpenTelemetrySdk sdk;
    private final RequestTraces traces;

    OtlpExport(Map<String, String> environment) {
        PROTOCOLS.forEach(variable -> requireProtocol(variable, environment.getOrDefault(variable, PROTOCOL)));
        Map<String, String> properties = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith(VARIABLES))
                .collect(Collectors.toMap(variable -> property(variable.getKey()), Map.Entry::getValue));
        TraceIds ids = new TraceIds();
        ExportWatch watch = new ExportWatch();
        try {
            sdk = AutoConfiguredOpenTelemetrySdk.builder()
                    .addPropertiesSupplier(() -> DEFAULTS)
                    .addPropertiesCustomizer(config -> properties)
                    .addTracerProviderCustomizer((provider, config) -> provider.setIdGenerator(ids))
                    .addMeterProviderCustomizer((provider, config) -> provider.registerMetricProducer(meters))
                    .addSpanExporterCustomizer((exporter, config) -> watch.over("traces", exporter, SpanExporter.class))
                    .addMetricExporterCustomizer(
                            (exporter, config) -> watch.over("metrics", exporter, MetricExporter.class))
                    // The server closes its parts itself, in their order.
                    .disableShutdownHook()
                    .build()
                    .getOpenTelemetrySdk();
        } catch (ConfigurationException e) {
            throw new SettingsException("A variable of OpenTelemetry (OTEL_…) cannot be used: " + e.getMessage());
        }
        traces = new RequestTraces(sdk, ids);
    }

    private static void requireProtocol(String variable, String value) {
        if (!value.equals(PROTOCOL)) {
            throw new SettingsException("%s must be %s, not %s".formatted(variable, PROTOCOL, value));
        }
    }

    private static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Override
    public void log(Request request, Response response) {
        traces.log(request, response);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters.read(registry);
    }

    /** Closes the SDK on a thread of its own: it would wait for a collector that does not answer for a quarter of a minute. */
    @Override
    public void close() {
        Thread closing = new Thread(sdk::close, "telemetry-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(MAX_FLUSH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
