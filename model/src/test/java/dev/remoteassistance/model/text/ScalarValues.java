package dev.remoteassistance.model.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The JSON values that each type of the generated classes accepts, with Jackson 2 and with Jackson 3. */
public final class ScalarValues {

    /** Values of all kinds. */
    public static final List<String> ALL = List.of(
            "1",
            "-0",
            "1.0",
            "1.5",
            "1e2",
            "2147483648",
            "9223372036854775808",
            "\"\"",
            "\"1\"",
            "\"true\"",
            "true",
            "false",
            "[]",
            "[1]",
            "{}",
            "\"2017-01-01T00:00:00Z\"");

    private ScalarValues() {}

    /** Returns each type with the values that it accepts. */
    public static List<Arguments> types() {
        return List.of(
                Arguments.of(Integer.class, List.of("1", "-0")),
                Arguments.of(Long.class, List.of("1", "-0", "2147483648")),
                Arguments.of(BigInteger.class, List.of("1", "-0", "2147483648", "9223372036854775808")),
                Arguments.of(
                        BigDecimal.class, List.of("1", "-0", "1.0", "1.5", "1e2", "2147483648", "9223372036854775808")),
                Arguments.of(Boolean.class, List.of("true", "false")),
                Arguments.of(String.class, List.of("\"\"", "\"1\"", "\"true\"", "\"2017-01-01T00:00:00Z\"")),
                Arguments.of(OffsetDateTime.class, List.of("\"2017-01-01T00:00:00Z\"")));
    }
}
