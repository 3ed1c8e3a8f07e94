package dev.remoteassistance.contract.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.everything.document.ContractBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Counts the documents in which each class of input occurs, so that the tests cannot claim a class that is never drawn.
 */
public final class DocumentCensus {

    private static final List<String> NUMBERS =
            List.of("beyond long", "beyond double", "exponent beyond double", "longest", "zero with a sign");
    private static final List<String> TEXTS = List.of("empty", "empty name", "U+0000", "U+2028");
    private static final List<String> UNDECLARED = List.of(
            "null", "null inside", "boolean", "number", "text", "array", "object", "empty array", "empty object");

    private static final JsonFactory TOKENS = new JsonFactory();
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private final ContractBody contract;
    private final ClassCounts classes = new ClassCounts();
    private final Set<String> textsOfThisDocument = new HashSet<>();

    public DocumentCensus(ContractBody contract) {
        this.contract = contract;
        contract.payloadSchema().required("properties").properties().forEach(this::expectProperty);
        classes.expect("undeclared", UNDECLARED);
        classes.expect("number", NUMBERS);
        classes.expect("text", TEXTS);
        classes.expect("plane", 0, 16);
        // The body and its payload are there in each document.
        classes.expect("depth", 2, contract.maxNestingDepth());
    }

    /**
     * Counts a document once in each of its classes.
     *
     * @param body what is in the document
     */
    public void count(String document, JsonNode body) {
        textsOfThisDocument.clear();
        countNumbers(document);
        JsonNode declared = contract.payloadSchema().required("properties");
        JsonNode payload = contract.payload(body);
        declared.properties().forEach(property -> {
            JsonNode value = payload.path(property.getKey());
            classes.found(property.getKey(), value.isMissingNode() ? "absent" : value.isNull() ? "null" : "value");
            if (value.isTextual()) {
                countDeclared(property.getKey(), property.getValue(), value.asText());
            }
        });
        payload.properties().stream()
                .filter(property -> !declared.has(property.getKey()))
                .forEach(property -> countUndeclared(property.getValue(), ""));
        classes.found("depth", Integer.toString(depth(body)));
        countNames(payload);
        classes.endDocument();
    }

    /** Returns the classes that occurred in no document. */
    public List<String> missing() {
        return classes.missing();
    }

    /** Returns a line for each group of classes. */
    @Override
    public String toString() {
        return classes.toString();
    }

    private void expectProperty(Map.Entry<String, JsonNode> property) {
        JsonNode schema = property.getValue();
        boolean nullable = schema.path("nullable").asBoolean();
        classes.expect(property.getKey(), nullable ? List.of("absent", "null", "value") : List.of("value"));
        if (schema.has("enum")) {
            schema.get("enum").forEach(member -> classes.expect(property.getKey(), List.of(member.asText())));
        } else if (schema.path("format").asText().equals("date-time")) {
            classes.expect("year", List.of("first", "last", "leap day"));
            classes.expect("seconds", List.of("written", "missing"));
            classes.expect("fraction digits", 0, 9);
            classes.expect("fraction digits", List.of("zero at the end"));
            int hours = ZoneOffset.MAX.getTotalSeconds() / 3600;
            classes.expect("offset", List.of("Z", "+00:00", ZoneOffset.MIN.getId(), ZoneOffset.MAX.getId()));
            classes.expect("offset hour", -hours, hours);
        } else if (!schema.has("pattern")) {
            classes.expect(property.getKey(), List.of("shortest", "longest"));
        }
    }

    private void countDeclared(String name, JsonNode schema, String text) {
        countText(text);
        if (schema.path("format").asText().equals("date-time")) {
            countDateTime(text);
        } else {
            int length = text.codePointCount(0, text.length());
            classes.found(name, text);
            classes.found(length == schema.path("minLength").asInt(), name, "shortest");
            classes.found(length == schema.path("maxLength").asInt(), name, "longest");
        }
    }

    private void countDateTime(String text) {
        OffsetDateTime dateTime = OffsetDateTime.parse(text);
        LocalDate date = dateTime.toLocalDate();
        classes.found(date.getYear() == 0, "year", "first");
        classes.found(date.getYear() == 9999, "year", "last");
        classes.found(date.getMonthValue() == 2 && date.getDayOfMonth() == 29, "year", "leap day");
        String minutes = "0000-01-01T00:00";
        boolean hasSeconds = text.charAt(minutes.length()) == ':';
        classes.found("seconds", hasSeconds ? "written" : "missing");
        int time = minutes.length() + (hasSeconds ? ":00".length() : 0);
        int end = time;
        while (text.charAt(end) == '.' || Character.isDigit(text.charAt(end))) {
            end++;
        }
        String offset = text.substring(end);
        String fraction = text.substring(Math.min(time + ".".length(), end), end);
        classes.found("fraction digits", Integer.toString(fraction.length()));
        classes.found(fraction.endsWith("0"), "fraction digits", "zero at the end");
        classes.found("offset", offset);
        classes.found("offset hour", Integer.toString(dateTime.getOffset().getTotalSeconds() / 3600));
    }

    private void countUndeclared(JsonNode value, String inside) {
        if (value.isContainerNode()) {
            classes.found("undeclared", (value.isEmpty() ? "empty " : "") + (value.isArray() ? "array" : "object"));
            countNames(value);
            value.forEach(inner -> countUndeclared(inner, " inside"));
        } else if (value.isNumber()) {
            classes.found("undeclared", "number");
        } else if (value.isTextual()) {
            classes.found("undeclared", "text");
            countText(value.asText());
        } else {
            classes.found("undeclared", value.isNull() ? "null" + inside : "boolean");
        }
    }

    /** Counts numbers as they are spelled, which a tree does not keep. */
    private void countNumbers(String document) {
        Set<String> numbers = new HashSet<>();
        try (JsonParser parser = TOKENS.createParser(document)) {
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
        boolean integer = INTEGER.matcher(spelled).matches();
        BigDecimal number = new BigDecimal(spelled);
        double nearest = Double.parseDouble(spelled);
        boolean isDouble = Double.isFinite(nearest) && new BigDecimal(nearest).compareTo(number) == 0;
        classes.found(integer && number.precision() > 19, "number", "beyond long");
        classes.found(!integer && !isDouble, "number", "beyond double");
        classes.found(Double.isInfinite(nearest), "number", "exponent beyond double");
        classes.found(spelled.length() == contract.maxNumberLength(), "number", "longest");
        classes.found(number.signum() == 0 && spelled.startsWith("-"), "number", "zero with a sign");
    }

    private void countNames(JsonNode object) {
        object.fieldNames().forEachRemaining(name -> {
            countText(name);
            classes.found(name.isEmpty(), "text", "empty name");
        });
    }

    private void countText(String text) {
        if (!textsOfThisDocument.add(text)) {
            return;
        }
        classes.found(text.isEmpty(), "text", "empty");
        classes.found(text.indexOf(0) >= 0, "text", "U+0000");
        classes.found(text.indexOf(0x2028) >= 0, "text", "U+2028");
        BitSet planes = new BitSet();
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            planes.set(text.codePointAt(i) >> 16);
        }
        planes.stream().forEach(plane -> classes.found("plane", Integer.toString(plane)));
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode inner : node) {
            deepest = Math.max(deepest, depth(inner));
        }
        return node.isContainerNode() ? deepest + 1 : 0;
    }
}
