package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.load.LoadResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an innocent tenant noticed of an attack.
 *
 * @param quiet the tenant's answers without the attack, for each round
 * @param attacked the tenant's answers during the attack, for each round
 * @param answers number of answers to the attackers, by status; 0 stands for no answer
 * @param heapBefore bytes of live objects before the attack
 * @param heapAfter bytes of live objects after the attack
 * @param stackTraces lines of stack traces in the server's log
 */
public record HostileFigures(
        Attack attack,
        List<LoadResult> quiet,
        List<LoadResult> attacked,
        Map<Integer, Long> answers,
        long heapBefore,
        long heapAfter,
        long stackTraces) {

    /** The header of a Markdown table of figures. */
    public static final String TABLE_HEAD = """
            | attack | reports | refused | p99 before | p99 under attack | times | longest | live heap | attackers' answers |
            |---|--:|--:|--:|--:|--:|--:|--:|---|
            """;

    private static final int SERVER_ERROR = 500;
    /** Jetty keeps the buffers of as many connections as there may be, which take some 24 MB, to use them again. */
    private static final long MAX_GROWTH = 32L << 20;
    /** Longer than the three seconds that a server waits for a lock in the database. */
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private static final double MICROS_PER_MILLI = 1_000;
    private static final int NANOS_PER_MICRO = 1_000;

    /** Returns the p99 under attack divided by the p99 without it, each the median of the rounds. */
    double slowdown() {
        return (double) p99(attacked) / p99(quiet);
    }

    private static long p99(List<LoadResult> results) {
        return results.stream()
                .mapToLong(result -> result.p99().toNanos() / NANOS_PER_MICRO)
                .sorted()
                .toArray()[results.size() / 2];
    }

    private long refused() {
        return attacked.stream().mapToLong(LoadResult::refused).sum()
                + quiet.stream().mapToLong(LoadResult::refused).sum();
    }

    private long unanswered() {
        return attacked.stream().mapToLong(LoadResult::broken).sum()
                + quiet.stream().mapToLong(LoadResult::broken).sum();
    }

    private Duration longest() {
        return attacked.stream()
                .map(LoadResult::longest)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private long answered() {
        return attacked.stream().mapToLong(LoadResult::requests).sum();
    }

    /** Reports the broken promises. */
    public void judge(Verdict verdict, double maxSlowdown) {
        verdict.fact(attack.name(), text());
        judge(verdict, refused() > 0, "%d innocent reports were refused".formatted(refused()));
        judge(verdict, unanswered() > 0, "%d innocent requests got no answer".formatted(unanswered()));
        judge(verdict, answered() == 0, "no innocent report was answered");
        judge(
                verdict,
                slowdown() > maxSlowdown,
                "the p99 of innocent reports became %.1f times as long, more than %.1f"
                        .formatted(slowdown(), maxSlowdown));
        judge(
                verdict,
                longest().compareTo(LONGEST) > 0,
                "an innocent report waited %d ms".formatted(longest().toMillis()));
        judge(
                verdict,
                heapAfter - heapBefore > MAX_GROWTH,
                "live objects took %d MB before, %d MB after".formatted(heapBefore >> 20, heapAfter >> 20));
        judge(
                verdict,
                answers.containsKey(SERVER_ERROR),
                "%d attackers' requests were answered %d".formatted(answers.get(SERVER_ERROR), SERVER_ERROR));
        judge(verdict, stackTraces > 0, "%d lines of stack traces were logged".formatted(stackTraces));
    }

    private void judge(Verdict verdict, boolean broken, String promise) {
        if (broken) {
            verdict.broken(attack.name() + ": " + promise);
        }
    }

    private String text() {
        return String.format(
                Locale.ROOT,
                "%,d reports under attack, %d refused, p99 %.1f ms instead of %.1f (%.1f times), longest %d ms,"
                        + " live heap %d MB after %d, attackers answered %s",
                answered(),
                refused(),
                p99(attacked) / MICROS_PER_MILLI,
                p99(quiet) / MICROS_PER_MILLI,
                slowdown(),
                longest().toMillis(),
                heapAfter >> 20,
                heapBefore >> 20,
                AttackRound.text(answers));
    }

    /** Returns the row of the table. */
    public String row() {
        return String.format(
                Locale.ROOT,
                "| `%s`: %s | %,d | %d | %.1f ms | %.1f ms | %.1f | %d ms | %d → %d MB | %s |",
                attack.name(),
                attack.description(),
                answered(),
                refused(),
                p99(quiet) / MICROS_PER_MILLI,
                p99(attacked) / MICROS_PER_MILLI,
                slowdown(),
                longest().toMillis(),
                heapBefore >> 20,
                heapAfter >> 20,
                AttackRound.text(answers));
    }
}
