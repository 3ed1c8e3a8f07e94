package dev.remoteassistance.server.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.Waiting;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManagementTest {

    private static final Pattern REQUESTS =
            Pattern.compile("(?m)^http_server_request_duration_seconds_count\\{[^}]*} (\\d+)");

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @Test
    void isAlive() {
        HttpResponse<String> live = get("/health/live");
        assertThat(live.statusCode()).isEqualTo(200);
        assertThat(live.body()).isEqualTo("{\"status\":\"UP\"}\n");
    }

    @Test
    void isReadyWithStoreAndKeys() throws SQLException {
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .isEqualTo("{\"status\":\"UP\",\"checks\":{\"accepting\":\"UP\",\"keys\":\"UP\",\"store\":\"UP\"}}\n");

        try (Connection store = DriverManager.getConnection(server.storeUrl());
                Statement statement = store.createStatement()) {
            statement.execute("ALTER TABLE report RENAME TO gone");
        }

        HttpResponse<String> notReady = get("/health/ready");
        assertThat(notReady.statusCode()).isEqualTo(503);
        assertThat(notReady.body())
                .isEqualTo(
                        "{\"status\":\"DOWN\",\"checks\":{\"accepting\":\"UP\",\"keys\":\"UP\",\"store\":\"DOWN\"}}\n");
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void countsReportsAndRequests() throws Exception {
        String report = "{\"reportingPayload\":{\"id\":\"a\"}}";
        server.post(report);
        server.post(report);
        server.post("{}");
        server.send(server.request().method("BREW", BodyPublishers.noBody()));

        // A request is counted after its answer was sent.
        Waiting.until(() -> requests(get("/metrics").body()) == 4);
        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("remote_assistance_reports_total{outcome=\"stored\"} 1.0")
                .contains("remote_assistance_reports_total{outcome=\"repeated\"} 1.0")
                .containsPattern("http_server_request_duration_seconds_count\\{http_request_method=\"POST\","
                        + "http_response_status_code=\"204\"} 2")
                .containsPattern("http_server_request_duration_seconds_count\\{http_request_method=\"POST\","
                        + "http_response_status_code=\"400\"} 1")
                .contains("remote_assistance_refusals_total{code=\"ModelValidationFailure\"} 1.0")
                .contains("remote_assistance_refusals_total{code=\"MethodNotAllowed\"} 1.0")
                .contains("remote_assistance_refusals_total{code=\"ServiceUnavailable\"} 0.0")
                .containsPattern("http_request_method=\"_OTHER\",http_response_status_code=\"405\"} 1")
                .contains("jvm_memory_used_bytes");
    }

    private static int requests(String metrics) {
        return REQUESTS.matcher(metrics)
                .results()
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .sum();
    }

    @Test
    void hasNothingElse() {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/health").statusCode()).isEqualTo(404);
        assertThat(server.send(HttpRequest.newBuilder(server.managementUri().resolve("/metrics"))
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    private HttpResponse<String> get(String path) {
        return server.send(HttpRequest.newBuilder(server.managementUri().resolve(path)));
    }
}
