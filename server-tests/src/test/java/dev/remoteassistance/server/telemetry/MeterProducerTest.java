package dev.remoteassistance.server.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that a collector gets the meters of the metrics page, with their values. */
class MeterProducerTest {

    private static final String REPORT = "{\"reportingPayload\":{\"id\":\"a\"}}";
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\S+) ");

    @RegisterExtension
    final Collector collector = new Collector();

    @RegisterExtension
    final RunningServer server = new RunningServer(parts -> parts.telemetry(collector.telemetry()));

    @Test
    void everyMeterIsExported() throws Exception {
        afterTwoReports();

        // A meter can begin at any time: that of pauses does with the first one.
        List<String> families = families();
        assertThat(families).hasSizeGreaterThan(30);
        Waiting.until(() -> {
            Set<String> names = exported();
            return families.stream().allMatch(family -> names.stream().anyMatch(family::startsWith));
        });
        Set<String> exported = exported();
        List<String> later = families();
        assertThat(exported).allMatch(name -> later.stream().anyMatch(family -> family.startsWith(name)));
    }

    private List<String> families() {
        return FAMILY.matcher(page()).results().map(type -> type.group(1)).toList();
    }

    private Set<String> exported() {
        return collector.metrics().keySet().stream()
                .map(name -> name.replace('.', '_'))
                .collect(Collectors.toSet());
    }

    @Test
    void countersAndGauges() throws Exception {
        Map<String, Metric> metrics = afterTwoReports();

        Metric reports = metrics.get("remote.assistance.reports");
        assertThat(reports.getDescription()).isEqualTo("Reports answered with 204, by whether they were new");
        assertThat(reports.getSum().getIsMonotonic()).isTrue();
        assertThat(reports.getSum().getAggregationTemporality())
                .isEqualTo(AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE);
        assertThat(reports.getSum().getDataPointsList().stream()
                        .collect(Collectors.toMap(
                                point -> Collector.attributes(point.getAttributesList()),
                                NumberDataPoint::getAsDouble)))
                .isEqualTo(Map.of(Map.of("outcome", "stored"), 1.0, Map.of("outcome", "repeated"), 1.0));
        assertThat(metrics.get("remote.assistance.store.queue.depth")
                        .getGauge()
                        .getDataPoints(0)
                        .getAsDouble())
                .isEqualTo(0.0);
        assertThat(metrics.get("jvm.memory.used").getUnit()).isEqualTo("By");
    }

    @Test
    void timersAndDistributions() throws Exception {
        Map<String, Metric> metrics = afterTwoReports();

        Metric requests = metrics.get("http.server.request.duration");
        assertThat(requests.getUnit()).isEqualTo("s");
        HistogramDataPoint posted = requests.getHistogram().getDataPoints(0);
        assertThat(Collector.attributes(posted.getAttributesList()))
                .isEqualTo(Map.of("http.request.method", "POST", "http.response.status_code", "204"));
        assertThat(posted.getCount()).isEqualTo(2);
        assertThat(posted.getBucketCountsList()).containsExactly(2L);
        assertThat(posted.getSum()).isPositive();
        assertThat(page())
                .contains("http_server_request_duration_seconds_sum{http_request_method=\"POST\","
                        + "http_response_status_code=\"204\"} " + posted.getSum());

        HistogramDataPoint batches =
                metrics.get("remote.assistance.store.batch.size").getHistogram().getDataPoints(0);
        assertThat(batches.getExplicitBoundsList())
                .containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0);
        assertThat(batches.getBucketCountsList()).containsExactly(2L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        assertThat(batches.getSum()).isEqualTo(2.0);

        HistogramDataPoint commits =
                metrics.get("remote.assistance.store.commit").getHistogram().getDataPoints(0);
        assertThat(commits.getBucketCountsList()).hasSizeGreaterThan(10);
        assertThat(commits.getBucketCountsList().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(2);
    }

    private Map<String, Metric> afterTwoReports() throws Exception {
        server.post(REPORT);
        server.post(REPORT);
        Waiting.until(() -> collector.metrics().containsKey("http.server.request.duration")
                && collector
                                .metrics()
                                .get("http.server.request.duration")
                                .getHistogram()
                                .getDataPoints(0)
                                .getCount()
                        == 2);
        return collector.metrics();
    }

    private String page() {
        return server.send(HttpRequest.newBuilder(server.managementUri().resolve("/metrics")))
                .body();
    }
}
