package dev.remoteassistance.contract.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares how the parts of a form are written. */
final class EncodingComparison {

    private final ValueComparison values;
    private final Writer writer;

    EncodingComparison(ValueComparison values, Writer writer) {
        this.values = values;
        this.writer = writer;
    }

    void compare(Place body, JsonNode old, JsonNode now) {
        Set<String> names = new LinkedHashSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            Place place = body.below(name);
            contentType(place, old.path(name), now.path(name));
            for (String keyword : List.of("style", "explode", "allowReserved")) {
                String was = old.path(name).path(keyword).asText(byDefault(keyword, old.path(name)));
                String is = now.path(name).path(keyword).asText(byDefault(keyword, now.path(name)));
                if (!was.equals(is)) {
                    String words = "encoding's " + keyword + " changed from " + was + " to " + is;
                    values.report(place, keyword, Direction.OTHER, writer, words, old.path(name), now.path(name));
                }
            }
            headers(place, old.path(name).path("headers"), now.path(name).path("headers"));
        }
    }

    private static String byDefault(String keyword, JsonNode encoding) {
        return switch (keyword) {
            case "style" -> "form";
            case "explode" ->
                String.valueOf(encoding.path("style").asText("form").equals("form"));
            default -> "false";
        };
    }

    private void contentType(Place place, JsonNode old, JsonNode now) {
        Map<String, String> were = types(old);
        Map<String, String> are = types(now);
        if (were.keySet().equals(are.keySet())) {
            return;
        }
        boolean isKept = were.keySet().stream()
                .allMatch(type -> MediaType.find(type, are).isPresent());
        boolean isWithin = are.keySet().stream()
                .allMatch(type -> MediaType.find(type, were).isPresent());
        boolean isStated = !were.isEmpty() && !are.isEmpty();
        Direction direction =
                isStated && isKept ? Direction.WIDER : isStated && isWithin ? Direction.NARROWER : Direction.OTHER;
        values.report(
                place,
                "contentType",
                direction,
                writer,
                "contentType changed from " + words(were) + " to " + words(are),
                old,
                now);
    }

    private static Map<String, String> types(JsonNode encoding) {
        return Arrays.stream(encoding.path("contentType").asText().split(","))
                .map(MediaType::normal)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toMap(type -> type, type -> type, (one, same) -> one, LinkedHashMap::new));
    }

    private static String words(Map<String, String> types) {
        return types.isEmpty() ? "the default" : String.join(", ", types.keySet());
    }

    private void headers(Place place, JsonNode old, JsonNode now) {
        Map<String, JsonNode> before = byName(old);
        Map<String, JsonNode> after = byName(now);
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            Place header = place.below("(header " + name + ")");
            JsonNode was = values.old(before.getOrDefault(name, MissingNode.getInstance()));
            JsonNode is = values.now(after.getOrDefault(name, MissingNode.getInstance()));
            if (!was.isMissingNode() && is.isMissingNode()) {
                values.report(header, "header", Direction.OTHER, writer, "header removed", was, null);
            } else {
                values.value(header, was, is, writer);
            }
        }
    }

    private static Map<String, JsonNode> byName(JsonNode headers) {
        Map<String, JsonNode> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.properties().forEach(header -> named.put(header.getKey(), header.getValue()));
        return named;
    }
}
