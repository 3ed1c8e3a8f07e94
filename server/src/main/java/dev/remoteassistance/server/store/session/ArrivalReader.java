package dev.remoteassistance.server.store.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads the time of arrival in a row of {@code report}, of which every database has a form of its own. */
@FunctionalInterface
public interface ArrivalReader {
    Instant receivedAt(ResultSet row) throws SQLException;
}
