package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import com.github.curiousoddman.rgxgen.RgxGen;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

/** Generates values that are neither objects nor arrays, as their schema allows. */
final class ScalarGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final BigInteger FAR = BigInteger.TEN.pow(30);
    private static final List<String> URIS =
            List.of("urn:a", "https://example.com/a?b=c#d", "x:y", "A+b.c-1://[::1]:8/%20");

    private ScalarGenerator() {}

    static Gen<JsonNode> of(JsonNode schema, int maxNumberLength) {
        return switch (schema.required("type").asText()) {
            case "string" -> text(schema).map(JSON::textNode);
            case "boolean" -> Generate.booleans().map(JSON::booleanNode);
            case "integer" -> integer(schema);
            case "number" -> number(schema, maxNumberLength);
            default -> throw new IllegalArgumentException("teach this generator to draw " + schema);
        };
    }

    /** Generates both bounds, and numbers between them. */
    private static Gen<JsonNode> integer(JsonNode schema) {
        boolean isInt = schema.path("format").asText().equals("int32");
        boolean isLong = schema.path("format").asText().equals("int64");
        BigInteger lowest = isInt
                ? BigInteger.valueOf(Integer.MIN_VALUE)
                : isLong ? BigInteger.valueOf(Long.MIN_VALUE) : FAR.negate();
        BigInteger highest =
                isInt ? BigInteger.valueOf(Integer.MAX_VALUE) : isLong ? BigInteger.valueOf(Long.MAX_VALUE) : FAR;
        BigInteger min =
                schema.has("minimum") ? schema.get("minimum").bigIntegerValue().max(lowest) : lowest;
        BigInteger max =
                schema.has("maximum") ? schema.get("maximum").bigIntegerValue().min(highest) : highest;
        BigInteger first = schema.path("exclusiveMinimum").asBoolean() ? min.add(BigInteger.ONE) : min;
        BigInteger last = schema.path("exclusiveMaximum").asBoolean() ? max.subtract(BigInteger.ONE) : max;
        BigInteger size = last.subtract(first).add(BigInteger.ONE);
        return Generate.range(0, 9)
                .zip(
                        Generate.longRange(0, Long.MAX_VALUE),
                        (kind, seed) -> JSON.numberNode(
                                kind == 0
                                        ? first
                                        : kind == 1
                                                ? last
                                                : first.add(new BigInteger(160, new Random(seed)).mod(size))));
    }

    private static Gen<JsonNode> number(JsonNode schema, int maxNumberLength) {
        if (schema.has("minimum") || schema.has("maximum")) {
            BigDecimal min = schema.has("minimum")
                    ? schema.get("minimum").decimalValue()
                    : schema.get("maximum").decimalValue().subtract(BigDecimal.TEN);
            BigDecimal max = schema.has("maximum") ? schema.get("maximum").decimalValue() : min.add(BigDecimal.TEN);
            BigDecimal step = max.subtract(min).movePointLeft(2);
            int from = schema.path("exclusiveMinimum").asBoolean() ? 1 : 0;
            int to = schema.path("exclusiveMaximum").asBoolean() ? 99 : 100;
            return Generate.range(from, to)
                    .map(steps -> JSON.numberNode(min.add(step.multiply(BigDecimal.valueOf(steps)))));
        }
        // A float can hold these numbers exactly, so validators of every format accept them. Another test has more
        // digits.
        return schema.has("format")
                ? Generate.range(-64, 64).map(eighths -> JSON.numberNode(BigDecimal.valueOf(eighths / 8.0)))
                // Keeps the spelling, which a number in a tree would lose.
                : new NumberGenerator(maxNumberLength).map(number -> JSON.rawValueNode(new RawValue(number)));
    }

    private static Gen<String> text(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> members = new ArrayList<>();
            schema.get("enum").forEach(member -> members.add(member.textValue()));
            members.remove(null);
            return Generate.pick(members);
        }
        int max = schema.required("maxLength").asInt();
        return switch (schema.path("format").asText()) {
            case "date-time" -> new DateTimeGenerator().assuming(matcher(schema));
            case "date" -> new DateTimeGenerator().map(dateTime -> dateTime.substring(0, 10));
            case "uuid" -> seeded(random -> new UUID(random.nextLong(), random.nextLong()).toString());
            case "byte" -> seeded(random -> base64(random, max));
            case "uri" -> Generate.pick(URIS);
            default ->
                schema.has("pattern")
                        ? matching(schema)
                        : new TextGenerator(schema.path("minLength").asInt(), max);
        };
    }

    private static Gen<String> matching(JsonNode schema) {
        RgxGen form = new RgxGen(schema.get("pattern").asText());
        Predicate<String> matcher = matcher(schema);
        return seeded(random -> Stream.generate(() -> form.generate(random))
                .filter(matcher)
                .findFirst()
                .orElseThrow());
    }

    private static Predicate<String> matcher(JsonNode schema) {
        Pattern pattern = Pattern.compile(schema.get("pattern").asText());
        int min = schema.path("minLength").asInt();
        int max = schema.required("maxLength").asInt();
        return text -> pattern.matcher(text).find() && min <= text.length() && text.length() <= max;
    }

    private static String base64(Random random, int maxLength) {
        byte[] bytes = new byte[random.nextInt(maxLength / 4 * 3 + 1)];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static Gen<String> seeded(Function<Random, String> draw) {
        return Generate.longRange(0, Long.MAX_VALUE).map(seed -> draw.apply(new Random(seed)));
    }
}
