package dev.remoteassistance.server.store.session;

import static dev.remoteassistance.server.store.StoreReader.rows;
import static dev.remoteassistance.server.store.session.QueriedStore.export;
import static dev.remoteassistance.server.store.session.QueriedStore.fill;
import static dev.remoteassistance.server.store.session.QueriedStore.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.session.MemorySessions.MemorySession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators see of the sessions in SQL. */
interface SessionViewTests extends QueriedStore {

    @Test
    default void showsOperatorsAViewWithTheSameColumns() throws SQLException {
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
    default void answersTheQueriesOfTheDocument() throws Exception {
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
}
