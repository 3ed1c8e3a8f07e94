package dev.remoteassistance.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.benchmarks.load.LoadResult;
import dev.remoteassistance.benchmarks.subject.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsPageTest {

    private static final int CONNECTIONS = 64;

    @Test
    void writesFiguresRatiosAndWhatWasNotMeasured() {
        ComparisonPlan plan = new ComparisonPlan(
                List.of(Target.SQLITE, Target.NO_STORE),
                List.of(CONNECTIONS),
                2,
                Duration.ofSeconds(1),
                1_000,
                1,
                100,
                List.of("-Xmx512m"));
        TargetFigures sqlite = figures(Target.SQLITE, 1_000, 3_000);
        sqlite.setBytesPerReport(1_234);
        TargetFigures idle = figures(Target.NO_STORE, 4_000, 4_000);

        String page = new ResultsPage(plan, List.of(sqlite, idle))
                .markdown("a machine", Map.of("wrk", "4"), Map.of(Target.QUARKUS, "not built: do it"));

        assertThat(page.lines())
                .contains(
                        // 100 ms of CPU for 1,000 and for 3,000 requests.
                        "| ours on SQLite | 2,000 (1,000–3,000) | 1.50 (1.50–1.50) | 9.00 (9.00–9.00) | 100 (50–150) | 67 | 33 |",
                        "| ours on SQLite | 2.00 (2.00–2.00) | 1.00 (1.00–1.00) | 300 | 1,234 |",
                        "| ours with a store that does nothing | 2.00 (2.00–2.00) | 1.00 (1.00–1.00) | 300 | – |",
                        "| requests/s: ours on SQLite / ours with a store that does nothing | 0.50 (0.25–0.75) |",
                        "Not measured: Quarkus on PostgreSQL (not built: do it).");
        assertThat(page)
                .contains("a machine", "wrk 4", "`-Xmx512m`", "100 tokens")
                .endsWith("\n");
    }

    private static TargetFigures figures(Target target, long... requests) {
        TargetFigures figures = new TargetFigures(target);
        figures.addStartUp(Duration.ofSeconds(2));
        figures.addArchivedStartUp(Duration.ofSeconds(1));
        figures.setResidentBytes(300_000_000);
        for (long count : requests) {
            LoadResult load = new LoadResult(
                    count,
                    Duration.ofSeconds(1),
                    0,
                    0,
                    0,
                    Duration.ofNanos(1_500_000),
                    Duration.ofMillis(9),
                    Duration.ofMillis(20));
            figures.addRound(CONNECTIONS, new Measurement(load, Duration.ofMillis(100), Duration.ofMillis(50)));
        }
        return figures;
    }
}
