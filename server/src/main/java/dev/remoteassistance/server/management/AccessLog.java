package dev.remoteassistance.server.management;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RequestRecord;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs a line for each request: method, status, duration, path template, refusal, and the tenant of the caller. */
public final class AccessLog implements RequestLog {

    /** Name of the logger, by which it is turned on and off. */
    public static final String LOGGER = "dev.remoteassistance.access";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /** Stands for all other methods, so that callers can neither invent time series nor write into the log. */
    private static final String OTHER_METHOD = "_OTHER";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final double MICROS_PER_MILLI = TimeUnit.MILLISECONDS.toMicros(1);

    @Override
    public void log(Request request, Response response) {
        if (!LOG.isInfoEnabled()) {
            return;
        }
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", method(request))
                .addKeyValue("status", response.getStatus())
                .addKeyValue("duration-ms", millis(NanoTime.since(request.getBeginNanoTime())));
        RequestRecord.of(request).ifPresentOrElse(record -> log(line, record), () -> line.log("request"));
    }

    private static void log(LoggingEventBuilder line, RequestRecord record) {
        record.operation().ifPresent(operation -> line.addKeyValue("route", operation.path()));
        record.tenant().ifPresent(tenant -> line.addKeyValue("tenant", tenant));
        record.refusal().map(ErrorCode::code).ifPresent(code -> line.addKeyValue("code", code));
        record.log(() -> line.log("request"));
    }

    /** Returns the method by the HTTP conventions of OpenTelemetry. */
    public static String method(Request request) {
        String method = String.valueOf(request.getMethod()).toUpperCase(Locale.ROOT);
        return METHODS.contains(method) ? method : OTHER_METHOD;
    }

    private static double millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos) / MICROS_PER_MILLI;
    }
}
