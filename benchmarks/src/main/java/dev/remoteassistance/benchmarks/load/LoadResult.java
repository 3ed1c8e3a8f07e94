package dev.remoteassistance.benchmarks.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * The result of a run of the load generator.
 *
 * @param requests number of answered requests
 * @param time duration of the run
 * @param refused number of answers other than 204
 * @param lastRefusal status of one refused request; 0 if none was refused
 * @param broken number of failed connections and of requests without an answer
 * @param p50 time within which half of the answers came
 * @param p99 time within which 99 of 100 answers came
 * @param longest the longest time of an answer
 */
public record LoadResult(
        long requests,
        Duration time,
        long refused,
        int lastRefusal,
        long broken,
        Duration p50,
        Duration p99,
        Duration longest) {

    private static final int NANOS_PER_MICRO = 1_000;

    @JsonCreator
    static LoadResult of(
            @JsonProperty("requests") long requests,
            @JsonProperty("micros") long micros,
            @JsonProperty("refused") long refused,
            @JsonProperty("lastRefusal") int lastRefusal,
            @JsonProperty("broken") long broken,
            @JsonProperty("p50Micros") long p50,
            @JsonProperty("p99Micros") long p99,
            @JsonProperty("longestMicros") long longest) {
        return new LoadResult(
                requests, micros(micros), refused, lastRefusal, broken, micros(p50), micros(p99), micros(longest));
    }

    /** Returns the number of answered requests per second. */
    public double rate() {
        return requests / (time.toNanos() / 1e9);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * NANOS_PER_MICRO);
    }
}
