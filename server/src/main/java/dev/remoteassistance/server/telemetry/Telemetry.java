package dev.remoteassistance.server.telemetry;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.RequestLog;

/**
 * Exports the traces of requests and the server's meters. No request waits for it, and none fails because of it. No
 * class of OpenTelemetry is loaded until {@link #ENDPOINT} asks for an export.
 */
public interface Telemetry extends RequestLog, MeterBinder, AutoCloseable {

    /** Name of the variable that turns it on: the address of a collector. */
    String ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /**
     * Returns the export that OpenTelemetry's own variables describe; empty without {@link #ENDPOINT}.
     *
     * @param environment the variables of the process
     * @throws dev.remoteassistance.server.config.SettingsException if one of these variables cannot be used
     */
    static Optional<Telemetry> of(Map<String, String> environment) {
        return environment.getOrDefault(ENDPOINT, "").isBlank()
                ? Optional.empty()
                : Optional.of(new OtlpExport(environment));
    }

    /** Exports what is still waiting, if that is quick. */
    @Override
    void close();
}
