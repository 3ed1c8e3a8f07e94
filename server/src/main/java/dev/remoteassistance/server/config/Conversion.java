package dev.remoteassistance.server.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Converts the text of a setting to a value. Every method refuses a text by an IllegalArgumentException whose message
 * completes a sentence about the setting: "must be …".
 */
public final class Conversion {

    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,18}) ?([smhdSMHD])");

    private Conversion() {}

    /** Converts to a name without blanks around it. */
    public static String name(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be blank");
        }
        return text.strip();
    }

    /** Converts to a whole number. */
    public static int wholeNumber(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number, not " + text);
        }
    }

    /** Converts to a whole number within bounds. */
    public static Function<String, Integer> wholeNumberBetween(int min, int max) {
        return text -> {
            int number = wholeNumber(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException("must be %d to %d, not %d".formatted(min, max, number));
            }
            return number;
        };
    }

    /** Converts a duration in ISO 8601. */
    public static Duration duration(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "must be an ISO 8601 duration, such as %s, not %s".formatted(example(text), text));
        }
    }

    /** Converts a duration within bounds. */
    public static Function<String, Duration> durationBetween(Duration min, Duration max) {
        return text -> {
            Duration duration = duration(text);
            if (duration.compareTo(min) < 0 || duration.compareTo(max) > 0) {
                throw new IllegalArgumentException("must be %s to %s, not %s".formatted(min, max, duration));
            }
            return duration;
        };
    }

    /** Returns an example in ISO 8601; for a text such as {@code 365d}, the duration that it seems to mean. */
    private static String example(String text) {
        Matcher matcher = SHORT_DURATION.matcher(text.strip());
        if (!matcher.matches()) {
            return "PT20S";
        }
        String unit = matcher.group(2).toUpperCase(Locale.ROOT);
        return (unit.equals("D") ? "P" : "PT") + matcher.group(1) + unit;
    }

    /** Converts {@code true} and {@code false}, and refuses everything else. */
    public static boolean trueOrFalse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not " + text);
        };
    }

    /** Converts to a constant. In the text, its name has hyphens for underscores, and its case has no meaning. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> Stream.of(type.getEnumConstants())
                .filter(constant -> constantName(constant).equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be %s, not %s".formatted(names(type), text)));
    }

    /** Returns the constants as in "a, b or c". */
    private static String names(Class<? extends Enum<?>> type) {
        return Stream.of(type.getEnumConstants())
                .map(Conversion::constantName)
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " or $1");
    }

    private static String constantName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Converts a list that is separated by commas. Blanks around its entries are ignored. */
    public static <T> Function<String, Set<T>> list(Function<String, T> conversion) {
        return text -> {
            Set<T> values = new LinkedHashSet<>();
            for (String entry : text.split(",", -1)) {
                if (entry.isBlank()) {
                    throw new IllegalArgumentException("must not hold blank entries");
                }
                values.add(conversion.apply(entry.strip()));
            }
            return values;
        };
    }
}
