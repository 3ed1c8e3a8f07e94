package dev.remoteassistance.server.store.session;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoreReader;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.sql.ReportArchive;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Stores of the tests of sessions, and what the tests ask them. */
interface QueriedStore {

    Caller ONE = new Caller(RunningServer.LETTERED_TENANT, CallerKind.USER, "app", "user", Set.of());
    Caller OTHER = new Caller(RunningServer.OTHER_TENANT, CallerKind.APP, "daemon", null, Set.of());
    Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** An empty database of the test's own. */
    StoreLocation location() throws SQLException;

    static ReportStore open(StoreLocation location, Instant now) {
        return SqlReportStore.open(location, StoreOptions.DEFAULT, new Ticking(now));
    }

    static void append(ReportStore store, String id, String os) {
        store.append(ONE, report(id, os)).toCompletableFuture().join();
    }

    static RemoteAssistanceReporting report(String id, String os) {
        return new RemoteAssistanceReporting().id(id).helperOs(os);
    }

    static List<List<Object>> answer(StoreLocation location, String... columns) {
        try (ReportArchive archive = ReportArchive.open(location)) {
            return archive.sessions(
                            new QueryTexts(List.of(columns), null, null, null, null, 1_000, null).read(ONE.tenantId()))
                    .rows();
        }
    }

    static List<StoredReport> export(StoreLocation location) {
        return StoreReader.export(location, ExportQuery.ALL);
    }

    static void execute(StoreLocation location, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(location.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static void fill(StoreLocation location, Random random) {
        RandomReports reports = new RandomReports(random);
        for (int run = 0; run < 3; run++) {
            try (ReportStore store = open(location, NOW.plusSeconds(run * 30L))) {
                List<CompletableFuture<AppendOutcome>> outcomes = IntStream.range(0, 40)
                        .mapToObj(i -> store.append(random.nextBoolean() ? ONE : OTHER, reports.next())
                                .toCompletableFuture())
                        .toList();
                outcomes.forEach(CompletableFuture::join);
            }
        }
    }

    /** A clock that is a microsecond later each time it is read. */
    final class Ticking extends Clock {
        private Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public synchronized Instant instant() {
            now = now.plus(Duration.ofNanos(1_000));
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
