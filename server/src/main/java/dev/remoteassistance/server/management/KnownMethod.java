package dev.remoteassistance.server.management;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/** The method of a request, as OpenTelemetry's HTTP conventions name it. */
final class KnownMethod {

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");

    /** Any other, so that callers can neither invent time series nor write into the log. */
    private static final String OTHER = "_OTHER";

    private KnownMethod() {}

    static String of(Request request) {
        String method = request.getMethod();
        if (method == null || METHODS.contains(method)) {
            return method == null ? OTHER : method;
        }
        String upper = method.toUpperCase(Locale.ROOT);
        return METHODS.contains(upper) ? upper : OTHER;
    }
}
