package dev.remoteassistance.graph;

import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.HELPER_EMAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.beta.devicemanagement.reports.ReportsRequestBuilder;
import com.microsoft.graph.beta.devicemanagement.reports.getremoteassistancesessionsreport.GetRemoteAssistanceSessionsReportPostRequestBody;
import com.microsoft.graph.beta.models.odataerrors.ODataError;
import com.microsoft.graph.beta.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.http.OkHttpRequestAdapter;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.client.session.SessionPage;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.Report;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.testing.RemoteAssistanceServerExtension;
import dev.remoteassistance.testing.ReportToken;
import dev.remoteassistance.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Microsoft Graph's SDK asks for, and what it gets. */
@ExtendWith(RemoteAssistanceServerExtension.class)
class GraphClientTest {

    private static final String ANOTHER_TENANT = "22222222-2222-2222-2222-222222222222";

    private RemoteAssistanceClient client;
    private ReportsRequestBuilder graph;

    @BeforeEach
    void storeReports(
            TestServer server, @ReportToken String token, @ReportToken(tenant = ANOTHER_TENANT) String another) {
        client = client(server, token);
        client.report(session("1", "2026-11-16T10:00:00.123456789+01:00", "ada@contoso.example"));
        client.report(session("2", "2026-11-17T10:00:00Z", "bob@contoso.example"));
        client.report(session("3", "2026-11-18T10:00:00Z", "\u0436@contoso.example"));
        // An amendment: still three sessions.
        client.report(session("3", "2026-11-18T10:00:00Z", "\u0436\u0437@contoso.example"));
        client(server, another).report(session("4", "2026-11-19T10:00:00Z", "eve@fabrikam.example"));
        graph = graph(server.baseUri(), token);
    }

    @Test
    void readsTheSessions() throws IOException {
        GetRemoteAssistanceSessionsReportPostRequestBody body = new GetRemoteAssistanceSessionsReportPostRequestBody();
        body.setName("RemoteAssistanceSessions");
        body.setSelect(List.of("SessionId", "Sessionstart", "DateDifference", "HelperEmail"));
        body.setFilter("(Sessionstart ge 2026-11-16T09:00:00.123456789Z) and (HelperEmail ne 'bob@contoso.example')");
        body.setOrderBy(List.of("Sessionstart desc"));
        body.setSearch("");
        body.setGroupBy(List.of());
        body.setSkip(0);
        body.setTop(50);
        body.setSessionId("");

        assertThat(json(graph.getRemoteAssistanceSessionsReport().post(body)))
                .isEqualTo(JsonPolicy.newMapper().readTree("""
                                {"TotalRowCount":2,
                                 "Schema":[{"Column":"SessionId","PropertyType":"String"},
                                           {"Column":"Sessionstart","PropertyType":"DateTime"},
                                           {"Column":"DateDifference","PropertyType":"Int64"},
                                           {"Column":"HelperEmail","PropertyType":"String"}],
                                 "Values":[["3","2026-11-18T10:00:00Z",1800,"\u0436\u0437@contoso.example"],
                                           ["1","2026-11-16T09:00:00.123456789Z",1800,"ada@contoso.example"]],
                                 "SessionId":""}"""));
    }

    @Test
    void readsWhatOurClientReads() throws IOException {
        GetRemoteAssistanceSessionsReportPostRequestBody body = new GetRemoteAssistanceSessionsReportPostRequestBody();
        body.setSkip(1);
        body.setTop(1);
        ReportQuery query = new ReportQuery().skip(1).top(1);

        SessionPage graphs = page(graph.getRemoteAssistanceSessionsReport().post(body));
        SessionPage ours = client.sessions(query).page();

        assertThat(graphs.totalRowCount()).isEqualTo(3).isEqualTo(ours.totalRowCount());
        assertThat(graphs.columns()).isEqualTo(ours.columns());
        assertThat(rows(graphs)).hasSize(1).isEqualTo(rows(ours));
        assertThat(graphs.rows().get(0).text(HELPER_EMAIL)).hasValue("bob@contoso.example");
    }

    /** The SDK has no methods for the monitors, so they are called through its {@code withUrl}. */
    @ParameterizedTest
    @CsvSource({
        "getRemoteAssistanceMonitorActiveSessionsReport, ActiveSessions, 0",
        "getRemoteAssistanceMonitorTotalSessionsReport, TotalSessions, 3",
        "getRemoteAssistanceMonitorAvgSessionTimeReport, AvgSessionTime, 1800",
    })
    void readsTheFigures(String action, String column, int value, TestServer server) throws IOException {
        InputStream answer = graph.getRemoteAssistanceSessionsReport()
                .withUrl(server.baseUri() + "beta/deviceManagement/reports/" + action)
                .post(new GetRemoteAssistanceSessionsReportPostRequestBody());

        assertThat(rows(page(answer))).isEqualTo(List.of(Map.of(column, value)));
    }

    @Test
    void understandsARefusal() {
        GetRemoteAssistanceSessionsReportPostRequestBody body = new GetRemoteAssistanceSessionsReportPostRequestBody();
        body.setFilter("HelperEmail is 'ada'");

        ODataError refusal = catchThrowableOfType(
                ODataError.class,
                () -> graph.getRemoteAssistanceSessionsReport().post(body));

        assertThat(refusal.getResponseStatusCode()).isEqualTo(400);
        assertThat(refusal.getError().getCode()).isEqualTo("ModelValidationFailure");
        assertThat(refusal.getError().getDetails())
                .extracting(detail -> detail.getTarget())
                .containsExactly("filter");
    }

    private static RemoteAssistanceClient client(TestServer server, String token) {
        return RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.baseUri())
                .build();
    }

    /** Returns the SDK's reports, with a plain HTTP client: Graph's own adds headers about the SDK and its host. */
    private static ReportsRequestBuilder graph(URI root, String token) {
        OkHttpRequestAdapter adapter = new OkHttpRequestAdapter(
                new BaseBearerTokenAuthenticationProvider(new FixedToken(token)), null, null, new OkHttpClient());
        adapter.setBaseUrl(root.resolve("beta").toString());
        return new GraphServiceClient(adapter).deviceManagement().reports();
    }

    private static RemoteAssistanceReporting session(String id, String start, String helper) {
        OffsetDateTime begin = OffsetDateTime.parse(start);
        return new RemoteAssistanceReporting()
                .id(id)
                .startDateTime(begin)
                .endDateTime(begin.plusMinutes(30))
                .helperEmail(helper);
    }

    private static JsonNode json(InputStream answer) throws IOException {
        try (answer) {
            return JsonPolicy.newMapper().readTree(answer);
        }
    }

    private static SessionPage page(InputStream answer) throws IOException {
        return SessionPage.of(JsonPolicy.newMapper().treeToValue(json(answer), Report.class));
    }

    private static List<Map<String, Object>> rows(SessionPage page) {
        return page.rows().stream().map(row -> row.values()).toList();
    }

    private record FixedToken(String token) implements AccessTokenProvider {

        @Override
        public String getAuthorizationToken(URI uri, Map<String, Object> context) {
            return token;
        }

        @Override
        public AllowedHostsValidator getAllowedHostsValidator() {
            return new AllowedHostsValidator();
        }
    }
}
