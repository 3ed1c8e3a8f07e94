package dev.remoteassistance.server.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs when exports begin to fail and when they work again; the exporters themselves would log each failure. */
final class ExportWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ExportWatch.class);

    private final Set<String> failing = new TreeSet<>();

    /**
     * Returns an exporter that passes every call to the given one, and watches the results.
     *
     * @param signal what it exports, for the log
     * @param type the exporter's interface. A proxy implements it, so methods that later versions add are passed on too
     */
    <T> T over(String signal, T exporter, Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object returned = method.invoke(exporter, arguments);
                        if (method.getName().equals("export")) {
                            CompletableResultCode result = (CompletableResultCode) returned;
                            result.whenComplete(() -> ended(signal, result));
                        }
                        return returned;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private synchronized void ended(String signal, CompletableResultCode result) {
        boolean working = failing.isEmpty();
        if (result.isSuccess()) {
            failing.remove(signal);
        } else {
            failing.add(signal);
        }
        if (working && !failing.isEmpty()) {
            LOG.warn("Telemetry ({}) cannot be exported; the server goes on without: {}", signal, reason(result));
        } else if (!working && failing.isEmpty()) {
            LOG.info("Telemetry is exported again");
        }
    }

    private static String reason(CompletableResultCode result) {
        Throwable reason = result.getFailureThrowable();
        while (reason != null && reason.getCause() != null) {
            reason = reason.getCause();
        }
        return String.valueOf(reason);
    }
}
