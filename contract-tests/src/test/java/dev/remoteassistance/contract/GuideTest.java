package dev.remoteassistance.contract;

import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.HELPER_EMAIL;
import static dev.remoteassistance.model.RemoteAssistanceSessionColumn.SESSIONSTART;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.remoteassistance.client.InvalidReportException;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.client.session.SessionRow;
import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.dev.Fault;
import dev.remoteassistance.testing.ReceivedReport;
import dev.remoteassistance.testing.RemoteAssistanceServerExtension;
import dev.remoteassistance.testing.ReportToken;
import dev.remoteassistance.testing.TestServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Java that documents show: {@link ReadmeTest} compares the lines between the marks with it. */
@ExtendWith(RemoteAssistanceServerExtension.class)
class GuideTest {

    private static final String PERMISSION = "DeviceManagementConfiguration.Read.All";

    private final List<String> printed = new ArrayList<>();

    @Test
    void useTheClient(TestServer server, @ReportToken(kind = CallerKind.APP, permissions = PERMISSION) String token) {
        URI root = server.baseUri();

        // shown in README.md
        RemoteAssistanceClient client =
                RemoteAssistanceClient.builder(() -> token).baseUri(root).build();

        RemoteAssistanceReporting report = new RemoteAssistanceReporting()
                .id("8f0e2c52-9c1c-4a57-8d0e-2a4d1f0c7b11")
                .startDateTime(OffsetDateTime.parse("2026-11-23T10:15:30.1234567+01:00"))
                .remoteAssistanceSessionType(RemoteAssistanceSessionType.FULL_CONTROL)
                .helperEmail("helper@contoso.example");
        try {
            client.report(report); // returns once the server has stored the report
        } catch (InvalidReportException refusal) {
            refusal.details().forEach(fault -> print(fault.getMessage()));
        }
        // end

        assertThat(printed).isEmpty();
        assertThat(server.reports()).extracting(ReceivedReport::payload).containsExactly(report);
    }

    @Test
    void readTheSessions(
            TestServer server, @ReportToken(kind = CallerKind.APP, permissions = PERMISSION) String token) {
        RemoteAssistanceClient client = RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.baseUri())
                .build();
        OffsetDateTime start = OffsetDateTime.parse("2026-11-17T10:00:00.000000001Z");
        for (int i = 0; i < 3; i++) {
            client.report(new RemoteAssistanceReporting()
                    .id("session " + i)
                    .startDateTime(start.plusDays(3 * i))
                    .endDateTime(start.plusDays(3 * i).plusMinutes(20))
                    .helperEmail("helper@contoso.example"));
        }

        // shown in client/README.md
        ReportQuery week = new ReportQuery()
                .filter("Sessionstart ge 2026-11-16 and Sessionstart lt 2026-11-23")
                .addOrderByItem("Sessionstart desc")
                .top(500); // rows of one page
        for (SessionRow session : client.sessions(week)) {
            print(session.dateTime(SESSIONSTART).orElseThrow() + " "
                    + session.text(HELPER_EMAIL).orElse("unknown"));
        }
        client.averageSessionTime(new MonitorQuery()).ifPresent(this::print);
        // end

        assertThat(printed)
                .containsExactly(
                        "2026-11-20T10:00:00.000000001Z helper@contoso.example",
                        "2026-11-17T10:00:00.000000001Z helper@contoso.example",
                        "PT20M");
    }

    @Test
    void sendATrace() throws IOException {
        String token = "token";
        Queue<Integer> answers = new ArrayDeque<>(List.of(503, 204));
        HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        receiver.createContext("/", exchange -> {
            print(exchange.getRequestHeaders().getFirst("traceparent"));
            exchange.sendResponseHeaders(answers.remove(), -1);
            exchange.close();
        });
        receiver.start();
        URI root = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort());

        // shown in docs/operating.md
        RemoteAssistanceClient traced = RemoteAssistanceClient.builder(() -> token)
                .baseUri(root)
                .headersOfCall(() -> {
                    Map<String, String> headers = new HashMap<>();
                    W3CTraceContextPropagator.getInstance().inject(Context.current(), headers, Map::put);
                    return () -> headers; // also for later attempts, which other threads send
                })
                .build();
        // end

        SpanContext span = SpanContext.create(
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "00f067aa0ba902b7",
                TraceFlags.getSampled(),
                TraceState.getDefault());
        Context.root()
                .with(Span.wrap(span))
                .wrap(() -> traced.report(new RemoteAssistanceReporting().id("1")))
                .run();
        receiver.stop(0);

        String sent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        assertThat(printed).containsExactly(sent, sent);
    }

    // shown in testing/README.md
    @Test
    void triesAgainWhenThrottled(TestServer server, @ReportToken String token) {
        server.fault(Fault.of(Fault.Kind.THROTTLED));

        RemoteAssistanceClient.builder(() -> token)
                .baseUri(server.baseUri())
                .build()
                .report(new RemoteAssistanceReporting().id("1"));

        assertThat(server.reports())
                .extracting(report -> report.payload().getId())
                .containsExactly("1");
    }
    // end

    @Test
    void importTheModel() throws IOException {
        String line =
                "{\"tenantId\":\"t\",\"id\":\"a\",\"receivedAt\":\"2026-11-23T10:15:31.000000Z\",\"current\":true,"
                        + "\"payload\":{\"id\":\"a\",\"sharerEnrollmentState\":\"retired\",\"inventedLater\":{\"a\":[1.10,null]}}}";

        // shown in model/README.md
        JsonMapper mapper = JsonPolicy.newMapper();
        JsonNode exported = mapper.readTree(line);
        RemoteAssistanceReporting report = mapper.treeToValue(exported.get("payload"), RemoteAssistanceReporting.class);

        EnrollmentState state = report.getSharerEnrollmentState(); // null if the report has none
        if (state != null && !state.isKnown()) {
            print(state.getValue() + " is a state of a later version");
        }
        print(report.getAdditionalProperty("inventedLater"));
        print(mapper.writeValueAsString(report)); // nothing is lost
        // end

        assertThat(printed.get(0)).isEqualTo("retired is a state of a later version");
        assertThat(printed.get(2)).isEqualTo(exported.get("payload").toString()).contains("1.10");
    }

    private void print(Object text) {
        printed.add(String.valueOf(text));
    }
}
