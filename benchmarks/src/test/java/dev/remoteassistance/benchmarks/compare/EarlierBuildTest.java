package dev.remoteassistance.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.benchmarks.load.LoadResult;
import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.subject.EarlierBuild;
import dev.remoteassistance.benchmarks.subject.Target;
import dev.remoteassistance.benchmarks.subject.TargetSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests the targets of an earlier build beside those of this one. */
class EarlierBuildTest {

    private static final EarlierBuild SERVER_ONLY = new EarlierBuild(Optional.of(Path.of("old.jar")), Optional.empty());

    @Test
    void isMeasuredAsFarAsItsJarsAreGiven() {
        assertThat(TargetSet.missing(Target.OLD_SQLITE, SERVER_ONLY)).isEmpty();
        assertThat(TargetSet.missing(Target.OLD_POSTGRES, SERVER_ONLY)).isEmpty();
        assertThat(TargetSet.missing(Target.OLD_NO_STORE, SERVER_ONLY)).hasValue("not given: --old-benchmarks");
        assertThat(TargetSet.missing(Target.OLD_SQLITE, new EarlierBuild(Optional.empty(), Optional.empty())))
                .hasValue("not given: --old-jar");
    }

    @Test
    void aJarThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> EarlierBuild.of(Path.of("nowhere", "old.jar"), null))
                .isInstanceOf(BenchmarkException.class)
                .hasMessage("nowhere/old.jar is not a file.");
    }

    @Test
    void isComparedWithItsSuccessor() {
        List<Ratio> ratios = Ratio.of(List.of(figures(Target.SQLITE, 3_000), figures(Target.OLD_SQLITE, 2_000)), 1);

        assertThat(ratios)
                .extracting(Ratio::title)
                .containsExactly(
                        "requests/s: ours on SQLite / the earlier build on SQLite",
                        "p99: ours on SQLite / the earlier build on SQLite",
                        "CPU per request: ours on SQLite / the earlier build on SQLite",
                        "start-up: ours on SQLite / the earlier build on SQLite",
                        "start-up with class archives: ours on SQLite / the earlier build on SQLite",
                        "memory: ours on SQLite / the earlier build on SQLite");
        assertThat(ratios.get(0).value().median()).isEqualTo(1.5);
    }

    private static TargetFigures figures(Target target, long requests) {
        TargetFigures figures = new TargetFigures(target);
        figures.addStartUp(Duration.ofSeconds(2));
        figures.addArchivedStartUp(Duration.ofSeconds(1));
        figures.setResidentBytes(300_000_000);
        Duration second = Duration.ofSeconds(1);
        figures.addRound(
                1, new Measurement(new LoadResult(requests, second, 0, 0, 0, second, second, second), second, second));
        return figures;
    }
}
