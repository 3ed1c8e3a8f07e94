package dev.remoteassistance.benchmarks.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("ci")
class PostgresPairTest {

    @TempDir
    Path folder;

    @Test
    void theStandbyTakesOverWithAllThatWasCommitted() {
        try (PostgresPair pair = PostgresPair.create(folder, "reports")) {
            execute(pair, "CREATE TABLE kept (number int)");
            execute(pair, "INSERT INTO kept VALUES (0)");
            for (int number = 1; number <= 2; number++) {
                pair.addStandby();
                execute(pair, "INSERT INTO kept VALUES (%d)".formatted(number));
                pair.failOver();
            }
            assertThat(pair.primary().address().ask("reports", "SELECT string_agg(number::text, ',') FROM kept"))
                    .isEqualTo("0,1,2");
            assertThat(pair.isSynchronous()).isFalse();
        }
    }

    @Test
    void aStandbyThatIsCutOffLosesWhatItDoesNotHave() {
        try (PostgresPair pair = PostgresPair.create(folder, "reports")) {
            execute(pair, "CREATE TABLE kept (number int)");
            pair.addStandby();
            pair.cutOffStandby();
            execute(pair, "INSERT INTO kept VALUES (1)");
            pair.failOver();
            assertThat(pair.primary().address().ask("reports", "SELECT count(*) FROM kept"))
                    .isEqualTo("0");
        }
    }

    private static void execute(PostgresPair pair, String sql) {
        pair.primary().address().execute("reports", sql);
    }
}
