package dev.remoteassistance.benchmarks.fault.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Records the answers of a run. Only 204 and a complete 503 are allowed, whatever happens. */
public final class AnswerJournal {

    static final int STORED = 204;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Long> stored = new ConcurrentHashMap<>();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();
    private final Map<String, String> unanswered = new ConcurrentHashMap<>();

    public void answer(String id, String server, HttpResponse<String> answer, Duration time) {
        longestNanos.accumulateAndGet(time.toNanos(), Math::max);
        if (answer.statusCode() == STORED) {
            stored.merge(server, 1L, Long::sum);
        } else {
            refused.incrementAndGet();
            fault(answer.statusCode(), answer.headers(), answer.body()).ifPresent(fault -> wrong.put(id, fault));
        }
    }

    /** Records a broken connection, which is allowed only if the server was killed. */
    public void loseConnection(String id, String reason) {
        lost.incrementAndGet();
        unanswered.put(id, reason);
    }

    public long stored() {
        return stored.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the number of reports that one server has acknowledged. */
    public long stored(String server) {
        return stored.getOrDefault(server, 0L);
    }

    public long refused() {
        return refused.get();
    }

    /** Returns what is wrong with a refusal's status, {@code Retry-After} or body; empty if nothing is. */
    public static Optional<String> fault(int status, HttpHeaders headers, String body) {
        if (status != ErrorCode.SERVICE_UNAVAILABLE.status()) {
            return Optional.of("status " + status);
        }
        if (!headers.firstValue("Retry-After").orElse("").matches("[1-9]\\d*")) {
            return Optional.of("503 without Retry-After");
        }
        try {
            JsonNode error = JSON.readTree(body).path("error");
            boolean complete = error.path("code").asText().equals(ErrorCode.SERVICE_UNAVAILABLE.code())
                    && !error.path("message").asText().isBlank()
                    && error.path("innerError")
                            .path("request-id")
                            .asText()
                            .equals(headers.firstValue("request-id").orElse("none"));
            return complete ? Optional.empty() : Optional.of("503 without Graph's error body");
        } catch (JsonProcessingException e) {
            return Optional.of("503 without Graph's error body");
        }
    }

    /** Judges a run in which the server was never killed, so that every request must have an answer. */
    public void judgeUninterrupted(Verdict verdict, Duration longestAllowed) {
        judge(verdict);
        verdict.requireNone("requests without an answer", entries(unanswered));
        Duration longest = Duration.ofNanos(longestNanos.get());
        if (longest.compareTo(longestAllowed) > 0) {
            verdict.broken(
                    "an answer took %d ms, more than %d".formatted(longest.toMillis(), longestAllowed.toMillis()));
        }
    }

    public void judge(Verdict verdict) {
        verdict.fact("answered 204", stored());
        verdict.fact("answered otherwise", refused);
        verdict.fact("connections lost", lost);
        verdict.fact("longest answer", Duration.ofNanos(longestNanos.get()).toMillis() + " ms");
        verdict.requireNone("answers other than 204 and 503 with Retry-After and Graph's error body", entries(wrong));
    }

    private static List<String> entries(Map<String, String> faults) {
        return faults.entrySet().stream()
                .map(fault -> "%s (%s)".formatted(fault.getKey(), fault.getValue()))
                .toList();
    }
}
