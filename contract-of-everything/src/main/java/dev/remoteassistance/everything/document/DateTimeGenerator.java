package dev.remoteassistance.everything.document;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/**
 * Generates date-times of RFC 3339, with every year of four digits, every offset that Java knows and up to nine
 * fraction digits, or without seconds, as OData allows. The contract's pattern decides which of them it allows.
 */
final class DateTimeGenerator implements Gen<String> {

    private static final LocalDate FIRST = LocalDate.of(0, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MAX_OFFSET = ZoneOffset.MAX.getTotalSeconds() / 60;

    private final Gen<LocalDate> date = Generate.range(0, 9)
            .zip(
                    Generate.pick(List.of(
                            FIRST, LAST, Year.of(2000).atDay(60), Year.of(0).atDay(60))),
                    Generate.longRange(FIRST.toEpochDay(), LAST.toEpochDay()),
                    (kind, notorious, day) -> kind == 9 ? notorious : LocalDate.ofEpochDay(day));
    private final Gen<LocalTime> time = Generate.range(0, 24 * 60 * 60 - 1).map(LocalTime::ofSecondOfDay);
    private final Gen<String> fraction = Generate.range(0, 9)
            .zip(
                    Generate.range(0, 999_999_999),
                    (digits, nanos) -> digits == 0 ? "" : "." + padded(9, nanos).substring(0, digits));
    private final Gen<String> offset = Generate.range(0, 9)
            .zip(
                    Generate.pick(List.of(
                            "Z", "+00:00", "-00:00", hoursAndMinutes(MAX_OFFSET), hoursAndMinutes(-MAX_OFFSET))),
                    Generate.range(-MAX_OFFSET, MAX_OFFSET),
                    (kind, notorious, minutes) -> kind < 3 ? notorious : hoursAndMinutes(minutes));

    private final Gen<Boolean> withSeconds = Generate.range(0, 9).map(kind -> kind < 9);

    @Override
    public String generate(RandomnessSource source) {
        String day = DATE.format(date.generate(source)) + "T";
        String timeOfDay = TIME.format(time.generate(source)) + fraction.generate(source);
        return day
                + (withSeconds.generate(source) ? timeOfDay : timeOfDay.substring(0, "00:00".length()))
                + offset.generate(source);
    }

    private static String hoursAndMinutes(int minutes) {
        int distance = Math.abs(minutes);
        return (minutes < 0 ? "-" : "+") + padded(2, distance / 60) + ":" + padded(2, distance % 60);
    }

    private static String padded(int digits, int number) {
        String text = Integer.toString(number);
        return "0".repeat(digits - text.length()) + text;
    }
}
