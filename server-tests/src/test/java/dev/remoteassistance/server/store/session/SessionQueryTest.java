package dev.remoteassistance.server.store.session;

import static dev.remoteassistance.server.store.session.QueriedStore.append;
import static dev.remoteassistance.server.store.session.QueriedStore.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.session.QueryException;
import dev.remoteassistance.server.session.QueryTexts;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionFilter;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Tests the answers to queries for sessions. There is a subclass for each database. */
abstract class SessionQueryTest implements SessionAnswerTests, SessionTableTests, SessionViewTests {

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
}
