package dev.remoteassistance.server.report;

import dev.remoteassistance.api.ReportsApi;
import dev.remoteassistance.model.HistoryQuery;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.model.Report;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.http.RequestRecord;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.session.SessionFilter;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SessionTotals;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the sessions of the caller's tenant. Bean Validation has checked the body; QueryTexts checks its texts. */
@Singleton
public final class SessionReportResource implements ReportsApi {

    /** Name of the logger that tells who has read sessions. */
    static final String AUDIT = "dev.remoteassistance.audit";

    private static final Logger LOG = LoggerFactory.getLogger(AUDIT);

    private final ReportStore store;
    private final QuestionExecutor questions;
    private final Clock clock;
    /** A provider, because one resource serves all requests. */
    private final Provider<ContainerRequestContext> request;

    @Inject
    public SessionReportResource(
            ReportStore store, QuestionExecutor questions, Clock clock, Provider<ContainerRequestContext> request) {
        this.store = store;
        this.questions = questions;
        this.clock = clock;
        this.request = request;
    }

    @Override
    public CompletionStage<Response> getRemoteAssistanceSessionsReport(ReportQuery body, String clientRequestId) {
        return answer(QueryTexts.of(body), body.getSessionId(), query -> SessionReport.of(store.sessions(query)));
    }

    @Override
    public CompletionStage<Response> getRemoteAssistanceSessionHistoryReport(
            HistoryQuery body, String clientRequestId) {
        return answer(
                QueryTexts.of(body),
                body.getSessionId(),
                query -> SessionReport.of(store.history(body.getId(), query)));
    }

    @Override
    public CompletionStage<Response> getRemoteAssistanceMonitorActiveSessionsReport(
            MonitorQuery body, String clientRequestId) {
        return answer(
                QueryTexts.of(body),
                body.getSessionId(),
                query -> SessionReport.of(
                        "ActiveSessions",
                        store.totals(query.and(SessionFilter.activeAt(clock.instant())))
                                .sessions()));
    }

    @Override
    public CompletionStage<Response> getRemoteAssistanceMonitorTotalSessionsReport(
            MonitorQuery body, String clientRequestId) {
        return answer(
                QueryTexts.of(body),
                body.getSessionId(),
                query -> SessionReport.of("TotalSessions", store.totals(query).sessions()));
    }

    @Override
    public CompletionStage<Response> getRemoteAssistanceMonitorAvgSessionTimeReport(
            MonitorQuery body, String clientRequestId) {
        return answer(QueryTexts.of(body), body.getSessionId(), query -> {
            SessionTotals totals = store.totals(query);
            return SessionReport.of(
                    "AvgSessionTime",
                    totals.averageSeconds().isPresent()
                            ? totals.averageSeconds().getAsLong()
                            : null);
        });
    }

    private CompletionStage<Response> answer(
            QueryTexts texts, String sessionId, Function<SessionQuery, Report> question) {
        ContainerRequestContext asked = request.get();
        Caller caller = (Caller) asked.getSecurityContext().getUserPrincipal();
        RequestRecord record = (RequestRecord) asked.getProperty(RequestRecord.ATTRIBUTE);
        // MediaTypeCheck has chosen the type that the caller prefers; no other is left here.
        MediaType type = asked.getAcceptableMediaTypes().get(0);
        SessionQuery query = texts.read(caller.tenantId());
        return questions.ask(caller.tenantId(), () -> question.apply(query)).thenApply(report -> {
            record.log(() -> audit(record, caller, report));
            return SessionReport.answer(report.sessionId(sessionId == null ? "" : sessionId), type);
        });
    }

    /** A user is named at debug only, since the id of a person is personal data. */
    private static void audit(RequestRecord record, Caller caller, Report report) {
        LOG.atInfo()
                .addKeyValue("operation", record.operation().orElseThrow().id())
                .addKeyValue("tenant", caller.tenantId())
                .addKeyValue("caller", caller.kind())
                .addKeyValue("app", caller.appId())
                .addKeyValue("rows", report.getValues().size())
                .log("Sessions were read");
        LOG.debug("They were read by {}", caller.getName());
    }
}
