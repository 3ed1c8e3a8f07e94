package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.remoteassistance.model.json.StrictScalarDeserializer.ValueReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Reads numbers without losing a digit. A number that the type cannot hold is an error that names the range. */
final class StrictNumbers {

    private static final Set<JsonToken> WHOLE = EnumSet.of(JsonToken.VALUE_NUMBER_INT);
    private static final Set<JsonToken> ANY = EnumSet.of(JsonToken.VALUE_NUMBER_INT, JsonToken.VALUE_NUMBER_FLOAT);

    private StrictNumbers() {}

    static SimpleModule addTo(SimpleModule module) {
        return module.addDeserializer(
                        Integer.class,
                        whole(Integer.class, Integer.MIN_VALUE, Integer.MAX_VALUE, BigInteger::intValueExact))
                .addDeserializer(
                        Long.class, whole(Long.class, Long.MIN_VALUE, Long.MAX_VALUE, BigInteger::longValueExact))
                .addDeserializer(
                        BigInteger.class,
                        new StrictScalarDeserializer<>(
                                BigInteger.class, WHOLE, (parser, context) -> parser.getBigIntegerValue()))
                .addDeserializer(
                        BigDecimal.class,
                        new StrictScalarDeserializer<>(BigDecimal.class, ANY, StrictNumbers::decimal));
    }

    private static <T extends Number> StrictScalarDeserializer<T> whole(
            Class<T> type, long min, long max, Function<BigInteger, T> exact) {
        ValueReader<T> reader = (parser, context) -> {
            BigInteger number = parser.getBigIntegerValue();
            try {
                return exact.apply(number);
            } catch (ArithmeticException tooLarge) {
                String rule = "must be an integer from %d to %d".formatted(min, max);
                return type.cast(context.handleWeirdNumberValue(type, number, "%s", rule));
            }
        };
        return new StrictScalarDeserializer<>(type, WHOLE, reader);
    }

    private static BigDecimal decimal(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException exponentTooLarge) {
            return (BigDecimal) context.handleWeirdStringValue(
                    BigDecimal.class, parser.getText(), "must be a number whose exponent has 32 bits");
        }
    }
}
