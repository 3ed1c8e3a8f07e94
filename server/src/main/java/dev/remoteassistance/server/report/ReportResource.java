package dev.remoteassistance.server.report;

import dev.remoteassistance.api.DeviceManagementApi;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.server.auth.BearerFilter;
import dev.remoteassistance.server.store.ReportStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Takes reports. What the contract asks of them has been checked before this class is reached. */
public final class ReportResource implements DeviceManagementApi {

    private static final String REPORTS = "remote.assistance.reports";

    private final ReportStore store;
    private final MeterRegistry metrics;
    private final ContainerRequestContext request;

    @Inject
    public ReportResource(ReportStore store, MeterRegistry metrics, ContainerRequestContext request) {
        this.store = store;
        this.metrics = metrics;
        this.request = request;
    }

    @Override
    public CompletionStage<Response> reportRemoteAssistance(
            ReportRemoteAssistanceRequest body, String clientRequestId) {
        return store.append(BearerFilter.of(request), body.getReportingPayload())
                .thenApply(outcome -> {
                    Counter.builder(REPORTS)
                            .description("Reports answered with 204, by whether they were new")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(metrics)
                            .increment();
                    return Response.noContent().build();
                });
    }
}
