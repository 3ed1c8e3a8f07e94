package dev.remoteassistance.server.management;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RequestRecord;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Counts refusals by their code. Every code is there from the start, or the first refusal would be no increase. */
public final class RefusalCounter implements RequestLog {

    private final Map<ErrorCode, Counter> counters = new EnumMap<>(ErrorCode.class);

    public RefusalCounter(MeterRegistry metrics) {
        for (ErrorCode code : ErrorCode.values()) {
            counters.put(
                    code,
                    Counter.builder("remote.assistance.refusals")
                            .description("Requests that were refused, by the code of the error body")
                            .tag("code", code.code())
                            .register(metrics));
        }
    }

    @Override
    public void log(Request request, Response response) {
        RequestRecord.of(request)
                .flatMap(RequestRecord::refusal)
                .ifPresent(code -> counters.get(code).increment());
    }
}
