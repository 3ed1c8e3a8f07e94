package dev.remoteassistance.server.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.MetricsData;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Receives what a server exports, and decodes it by OpenTelemetry's own schema. */
public final class Collector implements AfterEachCallback {

    private static final String SCOPE = "dev.remoteassistance.server";

    private final WireMockServer http =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    public Collector() {
        http.start();
        answer(ok());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        http.stop();
    }

    /** Gives this answer to every export from now on. */
    void answer(ResponseDefinitionBuilder response) {
        http.stubFor(post(anyUrl()).willReturn(response));
    }

    /** Returns the variables of a server that exports to this collector, often. */
    public Map<String, String> variables() {
        return Map.of(
                Telemetry.ENDPOINT,
                http.baseUrl(),
                "OTEL_BSP_SCHEDULE_DELAY",
                "50",
                "OTEL_METRIC_EXPORT_INTERVAL",
                "100");
    }

    Telemetry telemetry() {
        return Telemetry.of(variables()).orElseThrow();
    }

    public int exports() {
        return requests("/v1/traces").size() + requests("/v1/metrics").size();
    }

    private List<LoggedRequest> requests(String path) {
        return http.findAll(postRequestedFor(urlEqualTo(path)));
    }

    private <T> List<T> decoded(String path, Parser<T> parser) {
        return requests(path).stream()
                .sorted(Comparator.comparing(LoggedRequest::getLoggedDate))
                .map(request -> {
                    try {
                        return parser.parseFrom(request.getBody());
                    } catch (InvalidProtocolBufferException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    /** Returns all spans until now. */
    public List<Span> spans() {
        return decoded("/v1/traces", TracesData.parser()).stream()
                .flatMap(data -> data.getResourceSpansList().stream())
                .flatMap(resource -> resource.getScopeSpansList().stream())
                .flatMap(scope -> scope.getSpansList().stream())
                .toList();
    }

    /** Returns the server's own metrics by name, as they were last exported. */
    Map<String, Metric> metrics() {
        return decoded("/v1/metrics", MetricsData.parser()).stream()
                .flatMap(data -> data.getResourceMetricsList().stream())
                .flatMap(resource -> resource.getScopeMetricsList().stream())
                .filter(scope -> scope.getScope().getName().equals(SCOPE))
                .map(ScopeMetrics::getMetricsList)
                .flatMap(List::stream)
                .collect(Collectors.toMap(Metric::getName, Function.identity(), (earlier, later) -> later));
    }

    /** Returns every text that was exported, wherever it stood. */
    List<String> texts() {
        return Stream.concat(
                        decoded("/v1/traces", TracesData.parser()).stream(),
                        decoded("/v1/metrics", MetricsData.parser()).stream())
                .flatMap(Collector::texts)
                .distinct()
                .toList();
    }

    private static Stream<String> texts(Object value) {
        if (value instanceof Message message) {
            return message.getAllFields().values().stream().flatMap(Collector::texts);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().flatMap(Collector::texts);
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }

    static Map<String, Object> attributes(List<KeyValue> attributes) {
        Map<String, Object> values = new TreeMap<>();
        for (KeyValue attribute : attributes) {
            values.put(
                    attribute.getKey(),
                    attribute.getValue().hasIntValue()
                            ? attribute.getValue().getIntValue()
                            : attribute.getValue().getStringValue());
        }
        return values;
    }
}
