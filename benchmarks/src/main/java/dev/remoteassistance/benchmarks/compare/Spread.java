package dev.remoteassistance.benchmarks.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The median and the extremes of repeated measurements.
 *
 * @param median the middle value, or the mean of the two middle values
 * @param least the smallest value
 * @param most the largest value
 */
record Spread(double median, double least, double most) {

    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    static <T> Spread of(List<T> values, ToDoubleFunction<T> figure) {
        return of(values.stream().map(figure::applyAsDouble).toList());
    }
}
