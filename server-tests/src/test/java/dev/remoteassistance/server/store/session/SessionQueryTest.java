package dev.remoteassistance.server.store.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionFilter;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.session.MemorySessions.MemorySession;
import dev.remoteassistance.server.store.sql.ReportArchive;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Tests the answers to queries for sessions. There is a subclass for each database. */
abstract class SessionQueryTest {

    static final Caller ONE = new Caller(RunningServer.LETTERED_TENANT, CallerKind.USER, "app", "user", Set.of());
    static final Caller OTHER = new Caller(RunningServer.OTHER_TENANT, CallerKind.APP, "daemon", null, Set.of());
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Number of stores, and of queries to each. */
    private static final int ROUNDS = 4;

    private static final int QUESTIONS = 60;

    /** An empty database of the test's own. */
    abstract StoreLocation location() throws SQLException;

    /** The property {@code sessions.seed} repeats a run. */
    @Test
    void answersAsTheSameQuestionToTheExportInMemory() throws Exception {
        long seed = Long.getLong("sessions.seed", System.nanoTime());
        System.out.printf("%s: -Dsessions.seed=%d%n", getClass().getSimpleName(), seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StoreLocation location = location();
            fill(location, random);
            Instant now = (Instant) MemorySessions.value(
                    SessionColumn.SESSION_START, new RandomReports(random).oneOf(RandomReports.TIMES));
            try (ReportArchive archive = ReportArchive.open(location);
                    Connection connection = DriverManager.getConnection(location.url());
                    AskedServer server = new AskedServer(location, now)) {
                SessionReader reader = new SessionReader(connection, Long.MAX_VALUE);
                List<StoredReport> export = new ArrayList<>();
                archive.export(ReportQuery.ALL, export::add);
                Map<Caller, List<MemorySession>> all =
                        Map.of(ONE, inMemory(export, ONE), OTHER, inMemory(export, OTHER));
                for (int i = 0; i < QUESTIONS; i++) {
                    Caller caller = random.nextBoolean() ? ONE : OTHER;
                    List<MemorySession> sessions = all.get(caller);
                    RandomQuestion question = RandomQuestion.of(random);
                    check(archive, reader, caller, question, sessions);
                    checkOverHttp(server, now, caller, question, sessions);
                }
            }
        }
    }

    private static List<MemorySession> inMemory(List<StoredReport> export, Caller caller) {
        return MemorySessions.of(export, caller.tenantId(), caller.appId(), caller.userId());
    }

    private static void check(
            ReportArchive archive,
            SessionReader reader,
            Caller caller,
            RandomQuestion question,
            List<MemorySession> sessions)
            throws SQLException {
        List<List<Object>> all = question.answer(sessions);
        SessionQuery query = question.texts().read(caller.tenantId());
        SessionPage page = archive.sessions(query);
        String name = caller.tenantId() + " " + question.texts();

        int from = Math.min(query.skip(), all.size());
        int to = Math.min(from + query.top(), all.size());
        assertThat(page.rows()).as(name).isEqualTo(all.subList(from, to));
        assertThat(page.total()).as(name).hasValue(all.size());
        assertThat(page.columns()).as(name).isEqualTo(query.columns());

        List<List<Object>> rest = new ArrayList<>();
        while (page.last().isPresent() && query.top() > 0) {
            // On one connection, while the archive opens one for each page.
            page = reader.page(query.after(page.last().get()));
            rest.addAll(page.rows());
        }
        if (!query.isGrouped() && query.top() > 0 && from < to) {
            assertThat(rest).as(name + ", page by page").isEqualTo(all.subList(to, all.size()));
        }
    }

    private static void checkOverHttp(
            AskedServer server, Instant now, Caller caller, RandomQuestion question, List<MemorySession> sessions)
            throws Exception {
        List<List<Object>> all = question.answer(sessions);
        SessionQuery query = question.texts().read(caller.tenantId());
        JsonNode report = server.ask(caller, "getRemoteAssistanceSessionsReport", question.body());
        String name = caller.tenantId() + " " + question.texts();

        int from = Math.min(query.skip(), all.size());
        int to = Math.min(from + query.top(), all.size());
        assertThat(values(report)).as(name).isEqualTo(all.subList(from, to));
        assertThat(report.required("TotalRowCount").asLong()).as(name).isEqualTo(all.size());
        assertThat(StreamSupport.stream(report.required("Schema").spliterator(), false)
                        .map(column -> column.required("Column").asText() + " "
                                + column.required("PropertyType").asText()))
                .as(name)
                .isEqualTo(query.columns().stream()
                        .map(column -> column.label() + " " + column.type().propertyType())
                        .toList());

        List<MemorySession> found = question.found(sessions);
        LongSummaryStatistics lengths = found.stream()
                .map(session -> (Long) session.get(SessionColumn.DATE_DIFFERENCE))
                .filter(Objects::nonNull)
                .mapToLong(length -> length)
                .summaryStatistics();
        Long average = lengths.getCount() == 0 ? null : Math.floorDiv(lengths.getSum(), lengths.getCount());
        Long active = found.stream().filter(session -> session.isActiveAt(now)).count();
        checkMonitor(server, caller, question, "TotalSessions", (long) found.size());
        checkMonitor(server, caller, question, "ActiveSessions", active);
        checkMonitor(server, caller, question, "AvgSessionTime", average);
    }

    private static void checkMonitor(
            AskedServer server, Caller caller, RandomQuestion question, String column, Long value) throws Exception {
        JsonNode report =
                server.ask(caller, "getRemoteAssistanceMonitor%sReport".formatted(column), question.monitorBody());
        assertThat(values(report))
                .as(column + " " + question.texts())
                .isEqualTo(List.of(Collections.singletonList(value)));
    }

    /** Returns the rows of a report, with numbers as Long. */
    private static List<List<Object>> values(JsonNode report) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode row : report.required("Values")) {
            List<Object> values = new ArrayList<>();
            row.forEach(value ->
                    values.add(value.isNull() ? null : value.isIntegralNumber() ? value.asLong() : value.textValue()));
            rows.add(values);
        }
        return rows;
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

    @Test
    void showsEachPropertyInItsColumn() throws SQLException {
        StoreLocation location = location();
        RemoteAssistanceReporting report = new RemoteAssistanceReporting()
                .id("a")
                .startDateTime(OffsetDateTime.parse("2026-11-24T00:30:00.5+01:00"))
                .endDateTime(OffsetDateTime.parse("2026-11-24T00:31:00.4+01:00"));
        try (ReportStore store = open(location, NOW)) {
            store.append(ONE, report).toCompletableFuture().join();
            SessionPage page = store.sessions(new QueryTexts(null, null, null, null, null, null, null)
                    .read(ONE.tenantId().toUpperCase(Locale.ROOT)));
            List<Object> expected = new ArrayList<>();
            for (SessionColumn column : SessionColumn.ofSession()) {
                expected.add(
                        switch (column) {
                            case DATE -> "2026-11-23T00:00:00Z";
                            case DATE_DIFFERENCE -> 59L;
                            case SESSION_END -> "2026-11-23T23:31:00.400Z";
                            case SESSION_ID -> "a";
                            case SESSION_START -> "2026-11-23T23:30:00.500Z";
                            case REPORTED -> "2026-01-01T00:00:00.000001Z";
                            case REPORTING_APP_ID -> "app";
                            case REPORTING_USER_ID -> "user";
                            default -> null;
                        });
            }
            assertThat(page.rows()).containsExactly(expected);
        }
    }

    @Test
    void tellsWhichSessionsAreActive() throws SQLException {
        StoreLocation location = location();
        List<String> times = List.of("", "2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z");
        try (ReportStore store = open(location, NOW)) {
            for (String start : times) {
                for (String end : times) {
                    RemoteAssistanceReporting report = new RemoteAssistanceReporting()
                            .id(start + " to " + end)
                            .startDateTime(start.isEmpty() ? null : OffsetDateTime.parse(start))
                            .endDateTime(end.isEmpty() ? null : OffsetDateTime.parse(end));
                    store.append(ONE, report).toCompletableFuture().join();
                }
            }
            SessionQuery query = new QueryTexts(List.of("SessionId"), null, null, null, null, null, null)
                    .read(ONE.tenantId())
                    .and(SessionFilter.activeAt(Instant.parse(times.get(2))));
            assertThat(store.sessions(query).rows())
                    .containsExactly(
                            List.of(times.get(1) + " to "),
                            List.of(times.get(1) + " to " + times.get(3)),
                            List.of(times.get(2) + " to "),
                            List.of(times.get(2) + " to " + times.get(3)));
            assertThat(store.totals(query).sessions()).isEqualTo(4);
        }
    }

    /** An index of PostgreSQL has only the beginnings of texts. */
    @Test
    void comparesLongTextsToTheirEnd() throws SQLException {
        StoreLocation location = location();
        String beginning = "😀".repeat(31);
        List<String> texts = List.of(beginning, beginning + "a", beginning + "ab", beginning + "ac", "x".repeat(256));
        try (ReportStore store = open(location, NOW)) {
            for (String text : texts) {
                store.append(
                                ONE,
                                new RemoteAssistanceReporting()
                                        .id(text)
                                        .helperEmail(text)
                                        .sharerEmail(text)
                                        .sharerDeviceName(text))
                        .toCompletableFuture()
                        .join();
            }
            for (String text : texts) {
                for (String column : List.of("HelperEmail", "SharerEmail", "SharerDeviceName")) {
                    String filter = "%s eq '%s'".formatted(column, text);
                    SessionQuery query = new QueryTexts(List.of("SessionId"), null, null, null, null, null, filter)
                            .read(ONE.tenantId());
                    assertThat(store.sessions(query).rows()).as(filter).containsExactly(List.of(text));
                    SessionFilter others = new SessionFilter.Not(query.filter().orElseThrow());
                    assertThat(store.totals(query.and(others)).sessions()).isZero();
                }
            }
        }
    }

    /** A page is held in memory several times over. */
    @Test
    void boundsTheCharactersOfAPage() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW)) {
            append(store, "four", "four");
        }
        SessionQuery query = new QueryTexts(List.of("SessionId", "HelperDeviceOS"), null, null, null, null, null, null)
                .read(ONE.tenantId());
        try (Connection connection = DriverManager.getConnection(location.url())) {
            assertThat(new SessionReader(connection, 8).page(query).rows()).containsExactly(List.of("four", "four"));
            QueryException refused =
                    catchThrowableOfType(QueryException.class, () -> new SessionReader(connection, 7).page(query));
            assertThat(refused)
                    .hasMessage("must be smaller for values as long as these: a page has at most 7 characters");
            assertThat(refused.target()).isEqualTo("top");
        }
    }

    @Test
    void countsAnAmendedSessionOnce() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW)) {
            append(store, "a", "first");
            append(store, "b", "first");
            append(store, "a", "second");
            append(store, "a", "first");
        }
        assertThat(answer(location, "SessionId", "HelperDeviceOS"))
                .containsExactly(List.of("b", "first"), List.of("a", "second"));
    }

    /** Two servers on one database may hold two amendments of a report at the same time. */
    @Test
    void countsASessionOnceThatTwoServersAmendAtOnce() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW);
                ReportStore second = open(location, NOW)) {
            List<CompletableFuture<AppendOutcome>> outcomes = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                ReportStore either = i % 2 == 0 ? store : second;
                outcomes.add(either.append(ONE, report("id-" + i / 4 % 100, "os-" + i))
                        .toCompletableFuture());
            }
            outcomes.forEach(CompletableFuture::join);
        }
        List<List<Object>> expected = new ArrayList<>();
        for (MemorySession session : MemorySessions.of(export(location), ONE.tenantId(), "app", "user")) {
            expected.add(List.of(session.get(SessionColumn.SESSION_ID), session.get(SessionColumn.HELPER_DEVICE_OS)));
        }
        assertThat(expected).hasSize(100);
        assertThat(answer(location, "SessionId", "HelperDeviceOS")).isEqualTo(expected);
    }

    @Test
    void deletesASessionWithItsReports() throws SQLException {
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW)) {
            append(store, "old", "x");
            append(store, "amended", "x");
        }
        try (ReportStore store = open(location, NOW.plusSeconds(10))) {
            append(store, "amended", "y");
            append(store, "new", "x");
        }
        try (ReportArchive archive = ReportArchive.open(location)) {
            assertThat(archive.deleteBefore(NOW.plusSeconds(5))).isEqualTo(2);
        }
        assertThat(answer(location, "SessionId")).containsExactly(List.of("amended"), List.of("new"));
    }

    /** The reports were stored before there were sessions. */
    @Test
    void makesTheSessionsOfAnEarlierStore() throws SQLException {
        StoreLocation location = location();
        fill(location, new Random(1));
        List<List<String>> before = rows(location, "SELECT * FROM session ORDER BY sequence");
        for (String statement : List.of(
                "DROP VIEW current_report",
                "DROP TABLE session",
                location.file().isPresent() ? "DROP TRIGGER report_deleted" : "DROP FUNCTION delete_sessions CASCADE",
                "DELETE FROM flyway_schema_history WHERE version IN ('10', '11', '12')")) {
            execute(location, statement);
        }
        assertThat(ReportArchive.migrate(location)).isEqualTo(location.file().isPresent() ? 2 : 3);
        assertThat(rows(location, "SELECT * FROM session ORDER BY sequence"))
                .hasSizeGreaterThan(40)
                .isEqualTo(before);
    }

    @Test
    void showsOperatorsAViewWithTheSameColumns() throws SQLException {
        StoreLocation location = location();
        fill(location, new Random(2));
        try (Connection connection = DriverManager.getConnection(location.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM current_report")) {
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                names.add(result.getMetaData().getColumnName(i));
            }
            assertThat(names.remove(0)).isEqualTo("TenantId");
            assertThat(names)
                    .isEqualTo(SessionColumn.ofSession().stream()
                            .map(SessionColumn::label)
                            .toList());
        }
        List<List<String>> expected = new ArrayList<>();
        for (Caller caller : List.of(ONE, OTHER)) {
            for (MemorySession session :
                    MemorySessions.of(export(location), caller.tenantId(), caller.appId(), caller.userId())) {
                expected.add(List.of(
                        caller.tenantId(),
                        String.valueOf(session.get(SessionColumn.SESSION_ID)),
                        String.valueOf(session.get(SessionColumn.ELEVATION)),
                        String.valueOf(session.get(SessionColumn.DATE)).replaceFirst("T.*", "")));
            }
        }
        assertThat(rows(location, "SELECT \"TenantId\", \"SessionId\", \"Elevation\", \"Date\" FROM current_report"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The document promises that both databases understand them. */
    @Test
    void answersTheQueriesOfTheDocument() throws Exception {
        String page = Files.readString(Path.of("../docs/sessions.md"));
        List<String> queries = Pattern.compile("```sql\\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(query -> query.group(1).replace(RunningServer.TENANT, ONE.tenantId()))
                .toList();
        StoreLocation location = location();
        try (ReportStore store = open(location, NOW)) {
            for (int i = 0; i < 4; i++) {
                RemoteAssistanceReporting report = new RemoteAssistanceReporting()
                        .id("id-" + i / 2 * 2)
                        .startDateTime(OffsetDateTime.parse("2026-11-2%dT00:00:00Z".formatted(i)))
                        .endDateTime(OffsetDateTime.parse("2026-11-2%dT00:01:00Z".formatted(i)))
                        .remoteAssistanceSessionType(RemoteAssistanceSessionType.ELEVATION)
                        .helperEmail("helper")
                        .sharerEmail("sharer");
                store.append(ONE, report).toCompletableFuture().join();
                store.append(OTHER, report).toCompletableFuture().join();
            }
        }
        assertThat(queries).hasSize(3);
        assertThat(rows(location, queries.get(0)))
                .containsExactly(List.of("2026-11-21T00:00:00.000000000Z", "helper", "sharer", "60"));
        assertThat(rows(location, queries.get(1)))
                .containsExactly(
                        List.of("2026-11-21", "elevation", "1", "60"), List.of("2026-11-23", "elevation", "1", "60"));
        assertThat(rows(location, queries.get(2))).containsExactly(List.of("helper", "2", "2"));
    }

    static ReportStore open(StoreLocation location, Instant now) {
        return SqlReportStore.open(location, StoreOptions.DEFAULT, new Ticking(now));
    }

    static void append(ReportStore store, String id, String os) {
        store.append(ONE, report(id, os)).toCompletableFuture().join();
    }

    private static RemoteAssistanceReporting report(String id, String os) {
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
        try (ReportArchive archive = ReportArchive.open(location)) {
            List<StoredReport> export = new ArrayList<>();
            archive.export(ReportQuery.ALL, export::add);
            return export;
        }
    }

    static void execute(StoreLocation location, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(location.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<List<String>> rows(StoreLocation location, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(location.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** A microsecond later whenever it is asked. */
    private static final class Ticking extends Clock {
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
