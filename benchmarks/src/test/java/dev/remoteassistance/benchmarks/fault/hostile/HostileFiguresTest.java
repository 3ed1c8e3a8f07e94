package dev.remoteassistance.benchmarks.fault.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.load.LoadResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostileFiguresTest {

    private static final long MB = 1 << 20;
    private static final LoadResult QUIET = result(1_000, 0, 0, 10, 50);

    private static LoadResult result(long requests, long refused, long broken, int p99, int longest) {
        return new LoadResult(
                requests,
                Duration.ofSeconds(6),
                refused,
                refused == 0 ? 0 : 400,
                broken,
                Duration.ofMillis(1),
                Duration.ofMillis(p99),
                Duration.ofMillis(longest));
    }

    @Test
    void everyPromiseHoldsWhileTheInnocentAreServedAsBefore() {
        assertThat(broken(figures(result(900, 0, 0, 30, 4_000), Map.of(400, 7L, 0, 1L, 503, 2L), 72 * MB, 0)))
                .isEmpty();
    }

    @Test
    void namesWhatTheInnocentSuffered() {
        assertThat(broken(figures(result(900, 3, 2, 31, 4_001), Map.of(), 40 * MB, 0)))
                .containsExactly(
                        "names: 3 innocent reports were refused",
                        "names: 2 innocent requests got no answer",
                        "names: the p99 of innocent reports became 3.1 times as long, more than 3.0",
                        "names: an innocent report waited 4001 ms");
        assertThat(broken(figures(result(0, 0, 8, 0, 0), Map.of(), 40 * MB, 0)))
                .containsExactly("names: 8 innocent requests got no answer", "names: no innocent report was answered");
    }

    @Test
    void namesWhatTheServerSuffered() {
        assertThat(broken(figures(QUIET, Map.of(400, 1L, 500, 2L), 73 * MB, 9)))
                .containsExactly(
                        "names: live objects took 40 MB before, 73 MB after",
                        "names: 2 attackers' requests were answered 500",
                        "names: 9 lines of stack traces were logged");
    }

    @Test
    void makesARowOfTheTable() {
        assertThat(figures(result(900, 0, 0, 20, 70), Map.of(400, 7L, 0, 1L), 41 * MB, 0)
                        .row())
                .isEqualTo("| `names`: property names with equal hashes | 900 | 0 | 10.0 ms | 20.0 ms | 2.0 | 70 ms"
                        + " | 40 → 41 MB | none × 1, 400 × 7 |");
    }

    private static HostileFigures figures(
            LoadResult attacked, Map<Integer, Long> answers, long heapAfter, long stackTraces) {
        return new HostileFigures(
                new NamesAttack(), List.of(QUIET), List.of(attacked), answers, 40 * MB, heapAfter, stackTraces);
    }

    private static List<String> broken(HostileFigures figures) {
        Verdict verdict = new Verdict("a run");
        figures.judge(verdict, 3);
        return verdict.brokenPromises();
    }
}
