package dev.remoteassistance.server.store.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.filter.FilteringParserDelegate;
import com.fasterxml.jackson.core.filter.TokenFilter;
import com.fasterxml.jackson.core.filter.TokenFilter.Inclusion;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionRow;
import dev.remoteassistance.server.store.StrippedException;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the values of sessions from stored reports. */
final class SessionRowReader {

    /** The columns of {@code report} that it reads. */
    static final String COLUMNS = "received_at, app_id, user_id, payload";

    private static final ObjectReader PAYLOAD = JsonPolicy.newMapper().readerFor(RemoteAssistanceReporting.class);

    private static final Set<String> PROPERTIES = Arrays.stream(SessionColumn.values())
            .map(SessionColumn::property)
            .flatMap(Optional::stream)
            .collect(Collectors.toUnmodifiableSet());

    /** Leaves out what no column shows: many small properties take several times as much memory as their text. */
    private static final TokenFilter OF_COLUMNS = new TokenFilter() {
        @Override
        public TokenFilter includeProperty(String name) {
            return PROPERTIES.contains(name) ? INCLUDE_ALL : null;
        }

        @Override
        public boolean includeEmptyObject(boolean contentsFiltered) {
            return true;
        }
    };

    private final ArrivalReader arrival;

    SessionRowReader(ArrivalReader arrival) {
        this.arrival = arrival;
    }

    /** Returns the session as the report in a row describes it. */
    SessionRow read(ResultSet row, String payload) throws SQLException {
        return SessionRow.of(
                report(payload), arrival.receivedAt(row), row.getString("app_id"), row.getString("user_id"));
    }

    static RemoteAssistanceReporting report(String payload) {
        try (JsonParser shown = new FilteringParserDelegate(
                PAYLOAD.createParser(payload), OF_COLUMNS, Inclusion.INCLUDE_ALL_AND_PATH, true)) {
            return PAYLOAD.readValue(shown);
        } catch (IOException e) {
            throw new IllegalStateException("A stored payload cannot be read", StrippedException.of(e));
        }
    }
}
