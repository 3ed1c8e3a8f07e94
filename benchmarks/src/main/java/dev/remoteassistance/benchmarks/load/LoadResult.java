package dev.remoteassistance.benchmarks.load;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What a run of the load generator saw.
 *
 * @param requests requests that were answered
 * @param time how long it ran
 * @param refused answers other than 204
 * @param lastRefusal status of one of them
 * @param broken connections that failed, and requests without an answer
 * @param p50 half of the answers came within this time
 * @param p99 of a hundred answers one came later
 * @param longest no answer came later
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

    /** Requests that were answered in a second. */
    public double rate() {
        return requests / (time.toNanos() / 1e9);
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * NANOS_PER_MICRO);
    }
}
