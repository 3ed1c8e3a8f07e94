package dev.remoteassistance.contract.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.remoteassistance.contract.pact.Exchange;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks what the contract says of a refusal only in words, because no schema can say it: its ids are those of the
 * headers, its date is now.
 */
final class AnswerInspection {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TOLERANCE = Duration.ofMinutes(1);
    private static final List<String> IDS = List.of("request-id", "client-request-id");

    private AnswerInspection() {}

    /** Returns what is wrong with a refusal, in words; empty if the response has no error body. */
    static List<String> faults(Exchange exchange) {
        JsonNode inner = read(exchange.responseBody()).at("/error/innerError");
        List<String> faults = new ArrayList<>();
        for (String id : IDS) {
            if (inner.has(id)
                    && !exchange.responseHeader(id)
                            .equals(Optional.of(inner.get(id).asText()))) {
                faults.add("innerError's %s is not the header's".formatted(id));
            }
        }
        if (inner.has("date") && !isNow(inner.get("date").asText())) {
            faults.add("innerError's date is not the time in UTC: " + inner.get("date"));
        }
        return faults;
    }

    private static boolean isNow(String date) {
        try {
            Duration off = Duration.between(LocalDateTime.parse(date), LocalDateTime.now(ZoneOffset.UTC));
            return off.abs().compareTo(TOLERANCE) < 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
