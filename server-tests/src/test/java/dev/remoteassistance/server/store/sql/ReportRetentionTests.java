package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.database.SqlDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which reports are deleted, and when. */
interface ReportRetentionTests extends StoreUnderTest {

    @Test
    default void deletesWhatIsOldAndNothingElse() {
        try (ReportStore store = open(NOW.minusSeconds(10))) {
            IntStream.range(0, 2_500)
                    .mapToObj(i -> store.append(USER, report("old-" + i)).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        append(NOW, USER, report("new"));
        try (ReportArchive archive = ReportArchive.open(location())) {
            assertThat(archive.deleteBefore(NOW.minusSeconds(11))).isZero();
            assertThat(archive.deleteBefore(NOW.minusSeconds(5))).isEqualTo(2_500);
            assertThat(archive.deleteBefore(NOW.minusSeconds(5))).isZero();
        }
        assertThat(export()).extracting(StoredReport::id).containsExactly("new");
    }

    @Test
    default void deletesNothingThatIsExactlyAsOldAsItMayBe() {
        append(NOW.minusSeconds(10).minusNanos(1_000), USER, report("older"));
        append(NOW.minusSeconds(10), USER, report("exactly"));
        append(NOW.minusSeconds(10).plusNanos(1_000), USER, report("younger"));

        try (ReportRetention retention = new ReportRetention(SqlDatabase.openExisting(location()))) {
            retention.deleteOlderThan(Duration.ofSeconds(10), CLOCK);
        }

        assertThat(export()).extracting(StoredReport::id).containsExactly("exactly", "younger");
    }

    @Test
    default void deletesByItselfWhatIsOlderThanItsOperatorSet() throws Exception {
        append(NOW.minusSeconds(10).minusNanos(1_000), USER, report("older"));
        append(NOW.minusSeconds(10), USER, report("exactly"));
        StoreOptions options =
                new StoreOptions(10, StoreOptions.Migration.AT_START, Optional.of(Duration.ofSeconds(10)));

        try (SqlReportStore store = SqlReportStore.open(location(), options, CLOCK, Duration.ZERO)) {
            assertThat(store.isReady()).isTrue();
            Waiting.until(() -> export().size() < 2);
        }

        assertThat(export()).extracting(StoredReport::id).containsExactly("exactly");
        Waiting.until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("store-retention")));
    }

    @Test
    default void deletesWhatIsOldBehindReportsOfAClockThatWasAhead() {
        try (ReportStore ahead = open(NOW.plusSeconds(100));
                ReportStore store = open(NOW.minusSeconds(100))) {
            IntStream.range(0, 1_500)
                    .mapToObj(i -> ahead.append(USER, report("ahead-" + i)).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
            for (int i = 0; i < 50; i++) {
                append(store, USER, report("old-" + i));
            }
        }
        try (ReportArchive archive = ReportArchive.open(location())) {
            assertThat(archive.deleteBefore(NOW)).isEqualTo(50);
        }
        assertThat(export()).hasSize(1_500);
    }

    /** Clocks of servers differ, so the newest amendment of a report may seem to be the oldest. */
    @Test
    default void leavesNoOlderAmendmentAsTheCurrentOne() {
        append(NOW.plusSeconds(1), USER, report("a"));
        append(NOW.minusSeconds(1), USER, report("a").helperOs("newer"));
        append(NOW.minusSeconds(1), APP, report("a"));
        append(NOW.minusSeconds(1), USER, report("b"));
        append(NOW.plusSeconds(1), USER, report("b").helperOs("newer"));
        try (ReportArchive archive = ReportArchive.open(location())) {
            assertThat(archive.deleteBefore(NOW)).isEqualTo(2);
            assertThat(export())
                    .extracting(StoredReport::payload, StoredReport::current)
                    .containsExactly(
                            tuple("{\"id\":\"a\"}", false),
                            tuple("{\"id\":\"a\",\"helperOs\":\"newer\"}", true),
                            tuple("{\"id\":\"b\",\"helperOs\":\"newer\"}", true));
            assertThat(archive.deleteBefore(NOW.plusSeconds(2))).isEqualTo(3);
        }
    }
}
