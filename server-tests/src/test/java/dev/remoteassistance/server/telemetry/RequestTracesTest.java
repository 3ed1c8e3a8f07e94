package dev.remoteassistance.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import dev.remoteassistance.server.PersonalData;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the spans that a collector gets. */
class RequestTracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String CALLER = "00f067aa0ba902b7";
    private static final String REPORT = "{\"reportingPayload\":{\"id\":\"%s\"}}";

    /** Sent in every place that a caller can fill. */
    private static final String SECRET = "alice.secret@contoso.example";

    @RegisterExtension
    final Collector collector = new Collector();

    @RegisterExtension
    final RunningServer server = new RunningServer(parts -> parts.telemetry(collector.telemetry()));

    @Test
    void aRequestAndItsCommitBelongToTheCallersTrace() throws Exception {
        HttpResponse<String> stored = server.send(report("a").header("traceparent", traceParent("01")));

        List<Span> spans = spans(2);
        Span request = named("POST " + RunningServer.OPERATION.path(), spans);
        assertThat(hex(request.getTraceId())).isEqualTo(TRACE);
        assertThat(hex(request.getParentSpanId())).isEqualTo(CALLER);
        assertThat(request.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_SERVER);
        assertThat(request.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
        assertThat(Collector.attributes(request.getAttributesList()))
                .isEqualTo(Map.of(
                        "http.request.method",
                        "POST",
                        "http.route",
                        RunningServer.OPERATION.path(),
                        "http.response.status_code",
                        204L,
                        "url.scheme",
                        "http",
                        "remote_assistance.request_id",
                        id(stored)));

        Span commit = named("commit", spans);
        assertThat(commit.getTraceId()).isEqualTo(request.getTraceId());
        assertThat(commit.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(commit.getStatus().getCode()).isEqualTo(Status.StatusCode.STATUS_CODE_UNSET);
        assertThat(Collector.attributes(commit.getAttributesList())).isEqualTo(Map.of("db.operation.batch.size", 1L));
        assertThat(List.of(
                        request.getStartTimeUnixNano(),
                        commit.getStartTimeUnixNano(),
                        commit.getEndTimeUnixNano(),
                        request.getEndTimeUnixNano()))
                .isSorted();
    }

    @Test
    void aCommitThatFailsIsAnError() throws Exception {
        try (Connection connection = DriverManager.getConnection(server.storeUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE report");
        }
        HttpResponse<String> refused =
                server.send(marked(report(SECRET)).POST(BodyPublishers.ofByteArray(PersonalData.REPORT)));
        assertThat(refused.statusCode()).isEqualTo(503);

        List<Span> spans = spans(2);
        Span request = named("POST " + path(), spans);
        Span commit = named("commit", spans);
        assertThat(commit.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(commit.getStatus())
                .isEqualTo(Status.newBuilder()
                        .setCode(Status.StatusCode.STATUS_CODE_ERROR)
                        .build());
        assertThat(Collector.attributes(commit.getAttributesList())).isEqualTo(Map.of("db.operation.batch.size", 1L));
        assertThat(commit.getEventsList()).isEmpty();
        PersonalData.assertAbsent(String.join("\n", collector.texts()), List.of(SECRET, "alice", RunningServer.TENANT));
    }

    @Test
    void aTraceThatTheCallerDoesNotSampleIsNotExported() throws Exception {
        server.send(report("a").header("traceparent", traceParent("00")));
        server.send(report("b"));

        List<Span> spans = spans(2);
        assertThat(spans).extracting(Span::getName).containsExactlyInAnyOrder("POST " + path(), "commit");
        assertThat(spans).extracting(span -> hex(span.getTraceId())).doesNotContain(TRACE);
        assertThat(named("POST " + path(), spans).getParentSpanId()).isEqualTo(ByteString.EMPTY);
    }

    @Test
    void refusalsHaveTheirCode() throws Exception {
        server.send(report("a").setHeader("Authorization", "Bearer " + SECRET));
        server.post("{}");
        server.send(server.request().uri(server.uri("/beta/users/" + SECRET)).GET());
        server.send(server.request().method("ALICE.SECRET", BodyPublishers.noBody()));

        // A span is made after its answer was sent, so that the next request may overtake it.
        assertThat(spans(4))
                .extracting(
                        Span::getName,
                        span -> Collector.attributes(span.getAttributesList()).get("http.response.status_code"),
                        span -> Collector.attributes(span.getAttributesList()).get("error.type"))
                .containsExactlyInAnyOrder(
                        tuple("POST", 401L, "InvalidAuthenticationToken"),
                        tuple("POST " + path(), 400L, "ModelValidationFailure"),
                        tuple("GET", 404L, "NotFound"),
                        tuple("HTTP", 405L, "MethodNotAllowed"));
    }

    @Test
    void nothingIsPersonal() throws Exception {
        server.send(marked(report("a")).POST(BodyPublishers.ofByteArray(PersonalData.REPORT)));
        server.send(marked(report("a"))
                .POST(BodyPublishers.ofString("{\"reportingPayload\":{\"%s\":1}".formatted(SECRET))));
        server.send(marked(report("a")).setHeader("Authorization", "Bearer " + SECRET));
        server.send(marked(report("a")).uri(server.uri("/beta/users/" + SECRET + "?access_token=" + SECRET)));
        server.send(marked(server.request()).method("ALICE.SECRET", BodyPublishers.noBody()));

        spans(6);
        Waiting.until(() -> !collector.metrics().isEmpty());
        List<String> texts = collector.texts();
        assertThat(texts).contains("POST " + path(), "remote.assistance.reports", "commit");
        PersonalData.assertAbsent(
                String.join("\n", texts),
                List.of(SECRET, "alice", RunningServer.TENANT, "127.0.0.1", "localhost", "00000000-0000-0000-0000-"));
    }

    private static HttpRequest.Builder marked(HttpRequest.Builder request) {
        return request.header("client-request-id", SECRET)
                .header("User-Agent", SECRET)
                .header("X-Forwarded-For", SECRET)
                .header("traceparent", traceParent("01"))
                .header("baggage", "user=" + SECRET)
                .header("tracestate", "user=" + SECRET);
    }

    private HttpRequest.Builder report(String id) {
        return server.request().POST(BodyPublishers.ofString(REPORT.formatted(id)));
    }

    private List<Span> spans(int number) throws Exception {
        Waiting.until(() -> collector.spans().size() >= number);
        assertThat(collector.spans()).hasSize(number);
        return collector.spans();
    }

    private static Span named(String name, List<Span> spans) {
        return spans.stream()
                .filter(span -> span.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String path() {
        return RunningServer.OPERATION.path();
    }

    private static String traceParent(String flags) {
        return "00-%s-%s-%s".formatted(TRACE, CALLER, flags);
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private static String id(HttpResponse<String> response) {
        return response.headers().firstValue("request-id").orElseThrow();
    }
}
