package dev.remoteassistance.server.store.session;

import static dev.remoteassistance.server.store.session.QueriedStore.fill;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.session.MemorySessions.MemorySession;
import dev.remoteassistance.server.store.sql.ReportArchive;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random questions, answered by the store, by the server, and from the export in memory. */
interface SessionAnswerTests extends QueriedStore {

    /** Number of questions to each store. */
    int QUESTIONS = 60;

    @Test
    default void answersAsTheSameQuestionToTheExportInMemory() throws Exception {
        compareStores(1);
    }

    /** The same with more stores, which take long. */
    @Tag("ci")
    @Test
    default void answersAsTheSameQuestionToTheExportOfMoreStores() throws Exception {
        compareStores(3);
    }

    /** The property {@code sessions.seed} repeats a run. */
    private void compareStores(int count) throws Exception {
        long seed = Long.getLong("sessions.seed", System.nanoTime());
        System.out.printf("%s, %d stores: -Dsessions.seed=%d%n", getClass().getSimpleName(), count, seed);
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            StoreLocation location = location();
            fill(location, random);
            Instant now = (Instant) MemorySessions.value(
                    SessionColumn.SESSION_START, new RandomReports(random).oneOf(RandomReports.TIMES));
            try (ReportArchive archive = ReportArchive.open(location);
                    Connection connection = DriverManager.getConnection(location.url());
                    AskedServer server = new AskedServer(location, now)) {
                SessionReader reader = new SessionReader(connection, Long.MAX_VALUE);
                List<StoredReport> export = new ArrayList<>();
                archive.export(ExportQuery.ALL, export::add);
                Map<Caller, List<MemorySession>> all =
                        Map.of(ONE, inMemory(export, ONE), OTHER, inMemory(export, OTHER));
                for (int asked = 0; asked < QUESTIONS; asked++) {
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
}
