package dev.remoteassistance.contract.generate;

import com.github.curiousoddman.rgxgen.RgxGen;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Draws texts that a schema allows. */
final class TextDraw {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.ÄéßΩЖ漢";
    private static final long LONGEST_OF_ITSELF = 40;
    private static final int TRIES = 50;

    private TextDraw() {}

    /** Draws a text of any length that the schema allows. */
    static String text(Shape shape, Random random) {
        long least = shape.least("minLength").orElse(0L);
        long most = Math.min(shape.most("maxLength").orElse(Long.MAX_VALUE), Math.max(least, LONGEST_OF_ITSELF));
        return ofLength(shape, least + (long) (random.nextDouble() * (most - least + 1)), random)
                .or(() -> drawn(shape, random))
                .orElseGet(() -> plain(Math.min(most, Math.max(least, 1)), random));
    }

    /** Draws a text of exactly this length; empty if no such text of the schema's pattern or format can be found. */
    static Optional<String> ofLength(Shape shape, long length, Random random) {
        if (shape.keyword("pattern").isMissingNode() && shape.keyword("format").isMissingNode()) {
            return Optional.of(plain(length, random));
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<String> found =
                    patterned(shape, random).filter(text -> text.codePointCount(0, text.length()) == length);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> drawn(Shape shape, Random random) {
        return IntStream.range(0, TRIES)
                .mapToObj(i -> patterned(shape, random))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Draws a text for the pattern or, without one, the format; empty if the pattern's text lacks the format. */
    private static Optional<String> patterned(Shape shape, Random random) {
        String pattern = shape.keyword("pattern").asText();
        if (!pattern.isEmpty()) {
            try {
                return Optional.of(
                                new RgxGen(pattern.replaceFirst("^\\^", "").replaceFirst("\\$$", "")).generate(random))
                        .filter(text -> isOfFormat(shape, text));
            } catch (RuntimeException notForTheLibrary) {
                return Optional.empty();
            }
        }
        return switch (shape.keyword("format").asText()) {
            case "uuid" -> Optional.of(new UUID(random.nextLong(), random.nextLong()).toString());
            case "date-time" -> Optional.of(instant(random).toString());
            case "date" ->
                Optional.of(
                        instant(random).atOffset(ZoneOffset.UTC).toLocalDate().toString());
            case "email" -> Optional.of(letters(8, random) + "@example.org");
            case "uri", "url" -> Optional.of("https://www.example.org/" + letters(8, random));
            case "hostname" -> Optional.of(letters(8, random) + ".example.org");
            case "ipv4" -> Optional.of("192.0.2." + random.nextInt(255));
            case "byte" -> Optional.of("QUJD");
            default -> Optional.empty();
        };
    }

    /**
     * Returns whether a text is of the format. A pattern of dates may allow a thirty-first of February, and a pattern
     * of date-times may leave out the seconds, which RFC 3339 demands.
     */
    private static boolean isOfFormat(Shape shape, String text) {
        try {
            return switch (shape.keyword("format").asText()) {
                case "date-time" -> OffsetDateTime.parse(text) != null && text.matches(".{16}:.*");
                case "date" -> LocalDate.parse(text) != null;
                default -> true;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(1_600_000_000L + random.nextInt(200_000_000));
    }

    private static String letters(int length, Random random) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String plain(long length, Random random) {
        int[] letters = LETTERS.codePoints().toArray();
        return random.ints(length, 0, letters.length)
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.appendCodePoint(letters[index]),
                        StringBuilder::append)
                .toString();
    }
}
