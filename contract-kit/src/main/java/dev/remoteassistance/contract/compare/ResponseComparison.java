package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares the responses of two versions of an operation. */
final class ResponseComparison {

    private final ValueComparison values;
    private final Writer writer;

    ResponseComparison(ValueComparison values, Writer writer) {
        this.values = values;
        this.writer = writer;
    }

    void compare(String operation, OperationDocument old, OperationDocument now) {
        Map<String, JsonNode> before = byStatus(old);
        Map<String, JsonNode> after = byStatus(now);
        before.forEach((status, answer) -> {
            List<JsonNode> successors = StatusCover.successors(after, status);
            if (successors.isEmpty()) {
                values.report(
                        Place.response(operation, status, ""),
                        "status",
                        Direction.OTHER,
                        writer,
                        "status removed",
                        answer,
                        null);
            }
            successors.forEach(successor -> answer(operation, status, old, answer, now, successor));
        });
        after.forEach((status, answer) -> {
            if (!before.containsKey(status)) {
                added(operation, status, old, StatusCover.of(before, status), now, answer);
            }
        });
    }

    /**
     * Compares a newly documented status with the response of its class or {@code default} in the baseline, if there is
     * one.
     */
    private void added(
            String operation,
            String status,
            OperationDocument old,
            JsonNode cover,
            OperationDocument now,
            JsonNode answer) {
        Place place = Place.response(operation, status, "");
        if (!cover.isMissingNode()) {
            answer(operation, status, old, cover, now, answer);
        } else if (StatusCover.isRefusal(status) || status.equals(StatusCover.DEFAULT)) {
            values.differences().add(place, "status", Effect.ADDITION, "status added", null, answer);
        } else {
            values.report(
                    place,
                    "status",
                    Direction.WIDER,
                    writer,
                    "status added, no refusal and so nothing that callers handle",
                    null,
                    answer);
        }
    }

    private void answer(
            String operation,
            String status,
            OperationDocument old,
            JsonNode answer,
            OperationDocument now,
            JsonNode kept) {
        headers(operation, status, old, answer, now, kept);
        new ContentComparison(values, writer).compare(Place.response(operation, status, Place.BODY), answer, kept);
        if (!values.areSame(answer.path("links"), kept.path("links"))) {
            values.differences()
                    .add(
                            Place.response(operation, status, "links"),
                            "links",
                            Effect.NOT_COMPARED,
                            "links changed, which are not compared",
                            answer,
                            kept);
        }
    }

    private void headers(
            String operation,
            String status,
            OperationDocument old,
            JsonNode answer,
            OperationDocument now,
            JsonNode kept) {
        Map<String, JsonNode> before = byName(old.headers(answer));
        Map<String, JsonNode> after = byName(now.headers(kept));
        before.forEach((name, header) -> {
            Place place = Place.response(operation, status, Place.HEADER + name);
            JsonNode remaining = after.get(name);
            if (remaining == null) {
                values.report(place, "header", Direction.OTHER, writer, "header removed", header, null);
            } else {
                values.value(place, header, remaining, writer);
            }
        });
        after.forEach((name, header) -> {
            if (!before.containsKey(name)) {
                Place place = Place.response(operation, status, Place.HEADER + name);
                // Old consumers do not send the new header in their responses to callbacks.
                boolean isDemand =
                        writer == Writer.CONSUMER && header.path("required").asBoolean();
                values.differences().add(place, "header", Effect.of(isDemand), "header added", null, header);
            }
        });
    }

    /** Returns the headers by case-insensitive name, without {@code Content-Type}, which the content states. */
    private static Map<String, JsonNode> byName(List<Map.Entry<String, JsonNode>> entries) {
        Map<String, JsonNode> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        entries.forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        named.remove("Content-Type");
        return named;
    }

    private static Map<String, JsonNode> byStatus(OperationDocument operation) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        operation.responses().stream()
                .filter(answer -> !answer.getKey().startsWith("x-"))
                .forEach(answer -> {
                    String status = answer.getKey();
                    boolean isClass = status.length() == 3;
                    answers.put(isClass ? status.toUpperCase(Locale.ROOT) : status, answer.getValue());
                });
        return answers;
    }
}
