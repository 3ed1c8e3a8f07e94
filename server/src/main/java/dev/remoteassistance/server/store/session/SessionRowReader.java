package dev.remoteassistance.server.store.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.session.SessionRow;
import dev.remoteassistance.server.store.StrippedException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the values of sessions from stored reports. */
final class SessionRowReader {

    /** The columns of {@code report} that it reads. */
    static final String COLUMNS = "received_at, app_id, user_id, payload";

    private static final ObjectReader PAYLOAD = JsonPolicy.newMapper().readerFor(RemoteAssistanceReporting.class);

    private final ArrivalReader arrival;

    SessionRowReader(ArrivalReader arrival) {
        this.arrival = arrival;
    }

    /** Returns the session as the report in a row describes it. */
    SessionRow read(ResultSet row) throws SQLException {
        return SessionRow.of(
                report(row.getString("payload")),
                arrival.receivedAt(row),
                row.getString("app_id"),
                row.getString("user_id"));
    }

    private static RemoteAssistanceReporting report(String payload) {
        try {
            return PAYLOAD.readValue(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored payload cannot be read", StrippedException.of(e));
        }
    }
}
