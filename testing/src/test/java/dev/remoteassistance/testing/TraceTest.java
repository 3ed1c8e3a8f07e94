package dev.remoteassistance.testing;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.remoteassistance.client.RemoteAssistanceClient;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.dev.Fault;
import dev.remoteassistance.server.report.ReportResource;
import dev.remoteassistance.server.telemetry.Telemetry;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that one trace leads from the attempts of a client to the commit of its report. */
@Timeout(300)
class TraceTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @RegisterExtension
    final WireMockExtension collector = WireMockExtension.newInstance()
            .options(options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void fromTwoAttemptsToTheCommit() throws Exception {
        collector.stubFor(post(anyUrl()).willReturn(ok()));
        Map<String, String> variables = Map.of(
                Telemetry.ENDPOINT,
                collector.baseUrl(),
                "OTEL_METRICS_EXPORTER",
                "none",
                "OTEL_BSP_SCHEDULE_DELAY",
                "50");
        Telemetry telemetry = Telemetry.of(variables).orElseThrow();
        try (TestServer server = TestServer.start(parts -> parts.telemetry(telemetry))) {
            server.fault(Fault.of(Fault.Kind.UNAVAILABLE));

            RemoteAssistanceClient.builder(server::token)
                    .baseUri(server.baseUri())
                    .headers(() -> Map.of("traceparent", "00-%s-%016x-01".formatted(TRACE, attempts.incrementAndGet())))
                    .build()
                    .report(new RemoteAssistanceReporting().id("1"));

            while (spans().size() < 3) {
                Thread.sleep(10);
            }
        }

        Map<String, Span> spans = spans().stream().collect(Collectors.toMap(Span::getName, Function.identity()));
        String route =
                "POST " + Contract.load().operation(ReportResource.OPERATION).path();
        assertThat(spans.values())
                .extracting(Span::getName, span -> hex(span.getTraceId()), span -> hex(span.getParentSpanId()))
                .containsExactlyInAnyOrder(
                        tuple("POST", TRACE, "0000000000000001"),
                        tuple(route, TRACE, "0000000000000002"),
                        tuple("commit", TRACE, hex(spans.get(route).getSpanId())));
    }

    private List<Span> spans() throws InvalidProtocolBufferException {
        List<Span> spans = new ArrayList<>();
        for (LoggedRequest export : collector.findAll(postRequestedFor(urlEqualTo("/v1/traces")))) {
            TracesData.parseFrom(export.getBody()).getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .forEach(scope -> spans.addAll(scope.getSpansList()));
        }
        return spans;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
