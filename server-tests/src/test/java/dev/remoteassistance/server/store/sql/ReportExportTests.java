package dev.remoteassistance.server.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an export has, and what it does to others meanwhile. */
interface ReportExportTests extends StoreUnderTest {

    @Test
    default void exportsByTimeAndTenant() {
        append(NOW.minusSeconds(10), USER, report("early"));
        append(NOW, USER, report("late"));
        append(NOW, APP, report("late"));

        Instant since = NOW.minusSeconds(5);
        assertThat(since(since)).hasSize(2);
        assertThat(export(new ExportQuery(0, Optional.of(since), Optional.empty(), Optional.of("TENANT"))))
                .extracting(StoredReport::id)
                .containsExactly("late");
        assertThat(export(new ExportQuery(0, Optional.empty(), Optional.empty(), Optional.of("tenant"))))
                .hasSize(2);
        assertThat(since(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    default void exportsWhatArrivedExactlySinceATime() {
        append(NOW, USER, report("a"));
        Instant arrival = NOW.truncatedTo(ChronoUnit.MICROS);
        assertThat(since(arrival)).hasSize(1);
        assertThat(since(arrival.plusNanos(1_000))).isEmpty();
    }

    @Test
    default void exportsWhatArrivedBeforeATime() {
        append(NOW, USER, report("a"));
        Instant arrival = NOW.truncatedTo(ChronoUnit.MICROS);
        assertThat(until(arrival)).isEmpty();
        assertThat(until(arrival.plusNanos(1_000))).hasSize(1);
        assertThat(until(Instant.MAX)).hasSize(1);
        assertThat(until(Instant.MIN)).isEmpty();
    }

    @Test
    default void exportsNothingSinceATimeFarAway() {
        append(NOW, USER, report("a"));
        assertThat(since(Instant.parse("+12026-01-01T00:00:00Z"))).isEmpty();
        assertThat(since(Instant.MAX)).isEmpty();
        assertThat(since(Instant.MIN)).hasSize(1);
    }

    @Test
    default void exportsOnFromWhereAnExportEnded() {
        try (ReportStore store = open()) {
            append(store, USER, report("a"));
            append(store, APP, report("b"));
            append(store, USER, report("a"));
            append(store, USER, report("a").helperOs("other"));
            List<StoredReport> all = export();
            assertThat(all).hasSize(3).extracting(StoredReport::sequence).isSorted();
            for (StoredReport last : all) {
                assertThat(export(
                                new ExportQuery(last.sequence(), Optional.empty(), Optional.empty(), Optional.empty())))
                        .isEqualTo(all.subList(all.indexOf(last) + 1, all.size()));
            }
        }
    }

    /** A paused export does not keep the database from cleaning up behind the writer. */
    @Test
    default void holdsNothingWhileAReportIsPassedOn() throws SQLException {
        append(NOW, USER, report("a"));
        append(NOW, USER, report("b"));
        List<Boolean> held = new ArrayList<>();
        try (ReportArchive archive = ReportArchive.open(location())) {
            archive.export(ExportQuery.ALL, report -> held.add(isRead()));
        }
        assertThat(held).containsExactly(false, false);
    }

    @Test
    default void tellsWhatIsCurrentAsOfItsBeginning() {
        List<StoredReport> reports = new ArrayList<>();
        try (ReportStore store = open()) {
            IntStream.range(0, 1_500)
                    .mapToObj(i -> store.append(USER, report("id-" + i)).toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
            try (ReportArchive archive = ReportArchive.open(location())) {
                archive.export(ExportQuery.ALL, report -> {
                    if (reports.isEmpty()) {
                        IntStream.range(0, 1_500)
                                .mapToObj(i -> store.append(
                                                USER, report("id-" + i).helperOs("amended"))
                                        .toCompletableFuture())
                                .toList()
                                .forEach(CompletableFuture::join);
                    }
                    reports.add(report);
                });
            }
        }
        assertThat(reports).hasSize(1_500).allMatch(StoredReport::current);
    }

    /** Pages end after a number of reports, or earlier if the reports are large. */
    @Test
    default void exportsManyAndLargeReports() {
        String large = "x".repeat(3 << 20);
        try (ReportStore store = open()) {
            IntStream.range(0, 2_500)
                    .mapToObj(i -> store.append(
                                    USER, i % 250 == 0 ? report("id-" + i).helperOs(large) : report("id-" + i))
                            .toCompletableFuture())
                    .toList()
                    .forEach(CompletableFuture::join);
        }
        assertThat(export())
                .extracting(StoredReport::id)
                .doesNotHaveDuplicates()
                .hasSize(2_500);
    }

    private List<StoredReport> since(Instant time) {
        return export(new ExportQuery(0, Optional.of(time), Optional.empty(), Optional.empty()));
    }

    private List<StoredReport> until(Instant time) {
        return export(new ExportQuery(0, Optional.empty(), Optional.of(time), Optional.empty()));
    }
}
