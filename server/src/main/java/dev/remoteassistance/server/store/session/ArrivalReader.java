package dev.remoteassistance.server.store.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads the time of arrival from a row of {@code report}. Each database stores it in its own form. */
@FunctionalInterface
public interface ArrivalReader {
    Instant receivedAt(ResultSet row) throws SQLException;
}
