package dev.remoteassistance.contract.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts in how many documents each class of input occurs, so that none can be claimed that is never drawn. */
public final class DocumentCensus {

    private static final List<String> NUMBERS =
            List.of("beyond long", "beyond double", "exponent beyond double", "longest", "zero with a sign");
    private static final List<String> TEXTS = List.of("empty", "empty name", "U+0000", "U+2028");
    private static final List<String> UNDECLARED = List.of(
            "null", "null inside", "boolean", "number", "text", "array", "object", "empty array", "empty object");

    private final ContractBody contract;
    private final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
    private final Set<List<String>> inThisDocument = new HashSet<>();
    private final Set<String> textsOfThisDocument = new HashSet<>();

    public DocumentCensus(ContractBody contract) {
        this.contract = contract;
        contract.payloadSchema().required("properties").properties().forEach(this::expectProperty);
        expect("undeclared", UNDECLARED);
        expect("number", NUMBERS);
        expect("text", TEXTS);
        expect("plane", IntStream.rangeClosed(0, 16).mapToObj(Integer::toString).toList());
        // The body and its payload are there in each document.
        expect(
                "depth",
                IntStream.rangeClosed(2, contract.maxNestingDepth())
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /** Counts a document once in each of its classes. */
    public void count(String document) {
        inThisDocument.clear();
        textsOfThisDocument.clear();
        JsonNode body = DocumentComparison.read(document);
        countNumbers(document);
        JsonNode declared = contract.payloadSchema().required("properties");
        JsonNode payload = contract.payload(body);
        declared.properties().forEach(property -> {
            JsonNode value = payload.path(property.getKey());
            found(property.getKey(), value.isMissingNode() ? "absent" : value.isNull() ? "null" : "value");
            if (value.isTextual()) {
                countDeclared(property.getKey(), property.getValue(), value.asText());
            }
        });
        payload.properties().stream()
                .filter(property -> !declared.has(property.getKey()))
                .forEach(property -> countUndeclared(property.getValue(), ""));
        found("depth", Integer.toString(depth(body)));
        countNames(payload);
        inThisDocument.forEach(entry -> counts.get(entry.get(0)).merge(entry.get(1), 1, Integer::sum));
    }

    /** Returns the classes that occurred in no document. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        counts.forEach((group, members) -> members.forEach((member, count) -> {
            if (count == 0) {
                missing.add(group + " " + member);
            }
        }));
        return missing;
    }

    /** Returns a line for each group of classes. */
    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(group -> group.getKey() + ": "
                        + group.getValue().entrySet().stream()
                                .map(member -> member.getKey() + " " + member.getValue())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n"));
    }

    private void expectProperty(Map.Entry<String, JsonNode> property) {
        JsonNode schema = property.getValue();
        boolean nullable = schema.path("nullable").asBoolean();
        expect(property.getKey(), nullable ? List.of("absent", "null", "value") : List.of("value"));
        if (schema.has("enum")) {
            schema.get("enum")
                    .forEach(member ->
                            expect(property.getKey(), member.isNull() ? List.of() : List.of(member.asText())));
        } else if (schema.path("format").asText().equals("date-time")) {
            expect("year", List.of("first", "last", "leap day"));
            expect(
                    "fraction digits",
                    IntStream.rangeClosed(0, 9).mapToObj(Integer::toString).toList());
            expect("fraction digits", List.of("zero at the end"));
            int hours = ZoneOffset.MAX.getTotalSeconds() / 3600;
            expect("offset", List.of("Z", "+00:00", ZoneOffset.MIN.getId(), ZoneOffset.MAX.getId()));
            expect(
                    "offset hour",
                    IntStream.rangeClosed(-hours, hours)
                            .mapToObj(Integer::toString)
                            .toList());
        } else if (!schema.has("pattern")) {
            expect(property.getKey(), List.of("shortest", "longest"));
        }
    }

    private void expect(String group, List<String> members) {
        members.forEach(member ->
                counts.computeIfAbsent(group, any -> new LinkedHashMap<>()).putIfAbsent(member, 0));
    }

    private void found(String group, String member) {
        if (counts.get(group).containsKey(member)) {
            inThisDocument.add(List.of(group, member));
        }
    }

    private void countDeclared(String name, JsonNode schema, String text) {
        countText(text);
        if (schema.path("format").asText().equals("date-time")) {
            countDateTime(text);
        } else {
            int length = text.codePointCount(0, text.length());
            found(name, text);
            found(name, length == schema.path("minLength").asInt() ? "shortest" : "");
            found(name, length == schema.path("maxLength").asInt() ? "longest" : "");
        }
    }

    private void countDateTime(String text) {
        OffsetDateTime dateTime = OffsetDateTime.parse(text);
        LocalDate date = dateTime.toLocalDate();
        found("year", date.getYear() == 0 ? "first" : date.getYear() == 9999 ? "last" : "");
        found("year", date.getMonthValue() == 2 && date.getDayOfMonth() == 29 ? "leap day" : "");
        int time = "0000-01-01T00:00:00".length();
        String offset = text.substring(time).replaceFirst("^\\.[0-9]+", "");
        String fraction = text.substring(time, text.length() - offset.length()).replaceFirst("\\.", "");
        found("fraction digits", Integer.toString(fraction.length()));
        found("fraction digits", fraction.endsWith("0") ? "zero at the end" : "");
        found("offset", offset);
        found("offset hour", Integer.toString(dateTime.getOffset().getTotalSeconds() / 3600));
    }

    private void countUndeclared(JsonNode value, String inside) {
        if (value.isContainerNode()) {
            found("undeclared", (value.isEmpty() ? "empty " : "") + (value.isArray() ? "array" : "object"));
            countNames(value);
            value.forEach(inner -> countUndeclared(inner, " inside"));
        } else if (value.isNumber()) {
            found("undeclared", "number");
        } else if (value.isTextual()) {
            found("undeclared", "text");
            countText(value.asText());
        } else {
            found("undeclared", value.isNull() ? "null" + inside : "boolean");
        }
    }

    /** As they are spelled, which a tree does not know. */
    private void countNumbers(String document) {
        Set<String> numbers = new HashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isNumeric()) {
                    numbers.add(parser.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        numbers.forEach(this::countNumber);
    }

    private void countNumber(String spelled) {
        boolean integer = spelled.matches("-?[0-9]+");
        BigDecimal number = new BigDecimal(spelled);
        double nearest = number.doubleValue();
        boolean isDouble = Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) == 0;
        found("number", integer && number.precision() > 19 ? "beyond long" : "");
        found("number", integer || isDouble ? "" : "beyond double");
        found("number", Double.isInfinite(nearest) ? "exponent beyond double" : "");
        found("number", spelled.length() == contract.maxNumberLength() ? "longest" : "");
        found("number", number.signum() == 0 && spelled.startsWith("-") ? "zero with a sign" : "");
    }

    private void countNames(JsonNode object) {
        object.fieldNames().forEachRemaining(name -> {
            countText(name);
            found("text", name.isEmpty() ? "empty name" : "");
        });
    }

    private void countText(String text) {
        if (!textsOfThisDocument.add(text)) {
            return;
        }
        found("text", text.isEmpty() ? "empty" : "");
        text.codePoints().distinct().forEach(codePoint -> {
            found("plane", Integer.toString(codePoint >> 16));
            found("text", codePoint == 0 ? "U+0000" : codePoint == 0x2028 ? "U+2028" : "");
        });
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode inner : node) {
            deepest = Math.max(deepest, depth(inner));
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }
}
