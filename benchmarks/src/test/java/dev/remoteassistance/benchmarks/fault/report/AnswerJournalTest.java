package dev.remoteassistance.benchmarks.fault.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJournalTest {

    private static final String BODY = """
            {"error":{"code":"ServiceUnavailable","message":"Later.","innerError":{"request-id":"r-1"}}}
            """;

    @Test
    void allowsRefusalsThatSayWhenToComeAgain() {
        assertThat(AnswerJournal.fault(503, headers(Map.of()), BODY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 500, 502, 504})
    void allowsNoOtherStatus(int status) {
        assertThat(AnswerJournal.fault(status, headers(Map.of()), BODY)).contains("status " + status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "soon"})
    void demandsRetryAfter(String value) {
        assertThat(AnswerJournal.fault(503, headers(Map.of("Retry-After", value)), BODY))
                .contains("503 without Retry-After");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Unavailable", "{}", "{\"error\":{\"code\":\"ServiceUnavailable\",\"message\":\"Later.\"}}"})
    void demandsGraphsErrorBody(String body) {
        assertThat(AnswerJournal.fault(503, headers(Map.of()), body)).contains("503 without Graph's error body");
    }

    @Test
    void demandsTheIdOfTheRequestInTheBody() {
        assertThat(AnswerJournal.fault(503, headers(Map.of("request-id", "r-2")), BODY))
                .contains("503 without Graph's error body");
    }

    private static HttpHeaders headers(Map<String, String> changed) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("Retry-After", List.of("5"));
        headers.put("request-id", List.of("r-1"));
        changed.forEach((name, value) -> headers.put(name, List.of(value)));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
