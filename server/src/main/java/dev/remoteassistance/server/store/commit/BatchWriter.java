package dev.remoteassistance.server.store.commit;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.row.ReportRow;
import java.sql.SQLException;
import java.util.List;

/** Makes batches durable. Used by one thread. */
public interface BatchWriter extends AutoCloseable {

    /**
     * Writes all rows or none, and returns once they are durable.
     *
     * @return an outcome for each row, in their order
     * @throws ReportRefusedException if a row has a value that the database cannot hold; no row is stored
     * @throws SQLException if it is not certain that the rows are stored
     */
    List<AppendOutcome> write(List<ReportRow> rows) throws SQLException;

    /** Releases all resources; never fails. */
    @Override
    void close();
}
