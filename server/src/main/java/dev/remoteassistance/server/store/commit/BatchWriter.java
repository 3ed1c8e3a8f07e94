package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.SQLException;
import java.util.List;

/** Makes batches durable. Used by one thread. */
public interface BatchWriter extends AutoCloseable {

    /**
     * Writes all rows or none, and returns once they are durable.
     *
     * @return an outcome for each row, in their order
     * @throws SQLException if nothing is certain to be stored
     */
    List<AppendOutcome> write(List<ReportRow> rows) throws SQLException;

    /** Gives up what is held; never fails. */
    @Override
    void close();
}
