package dev.remoteassistance.server.report;

import dev.remoteassistance.api.DeviceManagementApi;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.http.ReportCommit;
import dev.remoteassistance.server.http.RequestRecord;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Stores reports. Bean Validation has checked them against the contract. */
@Singleton
public final class ReportResource implements DeviceManagementApi {

    /** The {@code operationId} of the generated method below. */
    public static final String OPERATION = "reportRemoteAssistance";

    private static final String REPORTS = "remote.assistance.reports";

    private final ReportStore store;
    /** A provider, because one resource serves all requests. */
    private final Provider<ContainerRequestContext> request;

    private final Map<AppendOutcome, Counter> counters = new EnumMap<>(AppendOutcome.class);

    @Inject
    public ReportResource(ReportStore store, MeterRegistry metrics, Provider<ContainerRequestContext> request) {
        this.store = store;
        this.request = request;
        for (AppendOutcome outcome : AppendOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder(REPORTS)
                            .description("Reports answered with 204, by whether they were new")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(metrics));
        }
    }

    @Override
    public CompletionStage<Response> reportRemoteAssistance(
            ReportRemoteAssistanceRequest body, String clientRequestId) {
        ContainerRequestContext sent = request.get();
        Caller caller = (Caller) sent.getSecurityContext().getUserPrincipal();
        RequestRecord record = (RequestRecord) sent.getProperty(RequestRecord.ATTRIBUTE);
        return store.append(
                        caller,
                        body.getReportingPayload(),
                        (begin, end, reports, failure) ->
                                record.commit(new ReportCommit(begin, end, reports, failure == null)))
                .thenApply(outcome -> {
                    counters.get(outcome).increment();
                    return Response.noContent().build();
                });
    }
}
