package dev.remoteassistance.benchmarks.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The times of many questions, grouped by their filter. */
final class ReadFigures {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, LongList> times = new LinkedHashMap<>();

    ReadFigures() {
        ReadQuestion.NAMES.forEach(name -> times.put(name, new LongList()));
    }

    synchronized void add(String name, long nanos) {
        times.get(name).add(nanos);
    }

    /** Returns a row of cells: number, p50, p99 and longest time in milliseconds. */
    List<String> row(String name) {
        long[] sorted = times.get(name).sorted();
        return List.of(Integer.toString(sorted.length), millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    private static String millis(long[] sorted, double share) {
        return sorted.length == 0
                ? "-"
                : "%.1f".formatted(sorted[(int) Math.ceil(share * sorted.length) - 1] / NANOS_PER_MILLI);
    }

    private static final class LongList {

        private long[] values = new long[1_024];
        private int size;

        void add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        long[] sorted() {
            long[] sorted = Arrays.copyOf(values, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
