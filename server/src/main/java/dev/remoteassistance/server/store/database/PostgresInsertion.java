package dev.remoteassistance.server.store.database;

import static dev.remoteassistance.server.store.session.PostgresSessions.texts;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.row.ReportRow;
import dev.remoteassistance.server.store.session.PostgresSessions;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/** Inserts rows as arrays, so that a transaction is one round trip for any number of rows. */
final class PostgresInsertion implements SqlDatabase.Insertion {

    /**
     * Writes to the log, so its commit waits for the standby. A batch of repeated reports writes nothing else, and the
     * transaction that stored them may never have reached the standby.
     */
    private static final String LOCK = "SELECT 1 FROM report WHERE id_hash = ? AND digest = ? FOR KEY SHARE";

    /** Class of the SQL states of warnings. */
    private static final String WARNING = "01";

    private final PGConnection arrays;
    private final PreparedStatement insert;
    private final PreparedStatement lock;

    PostgresInsertion(Connection writer) throws SQLException {
        this.arrays = writer.unwrap(PGConnection.class);
        this.insert = writer.prepareStatement(PostgresSessions.INSERT);
        this.lock = writer.prepareStatement(LOCK);
    }

    @Override
    public List<AppendOutcome> insert(List<ReportRow> rows) throws SQLException {
        long[] idHashes = rows.stream().mapToLong(ReportRow::idHash).toArray();
        byte[][] digests = rows.stream().map(ReportRow::digest).toArray(byte[][]::new);
        insert.setArray(1, arrays.createArrayOf("int8", idHashes));
        insert.setArray(2, arrays.createArrayOf("bytea", digests));
        insert.setArray(3, texts(arrays, rows, ReportRow::tenantId));
        insert.setArray(4, texts(arrays, rows, ReportRow::reportId));
        insert.setArray(5, texts(arrays, rows, row -> SqlDatabase.MICROSECONDS.format(row.receivedAt())));
        insert.setArray(6, texts(arrays, rows, ReportRow::appId));
        insert.setArray(7, texts(arrays, rows, ReportRow::userId));
        insert.setArray(8, texts(arrays, rows, ReportRow::payload));
        PostgresSessions.bind(insert, arrays, rows);
        Set<Key> added = new HashSet<>();
        try (ResultSet row = insert.executeQuery()) {
            while (row.next()) {
                added.add(Key.of(row.getLong(1), row.getBytes(2)));
            }
        }
        requireReplicated(insert);
        if (added.isEmpty()) {
            awaitStandby(rows.get(0));
        }
        return rows.stream()
                // Of equal rows in one batch, the first is the new one.
                .map(row -> added.remove(Key.of(row.idHash(), row.digest()))
                        ? AppendOutcome.STORED
                        : AppendOutcome.REPEATED)
                .toList();
    }

    private void awaitStandby(ReportRow stored) throws SQLException {
        lock.setLong(1, stored.idHash());
        lock.setBytes(2, stored.digest());
        lock.execute();
        requireReplicated(lock);
    }

    /** A commit whose wait for the standby was cancelled succeeds, with no more than a warning. */
    private static void requireReplicated(Statement committed) throws SQLException {
        for (SQLWarning warning = committed.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (warning.getSQLState() != null && warning.getSQLState().startsWith(WARNING)) {
                throw new SQLException("The standby may not have what was committed", warning.getSQLState());
            }
        }
    }

    private record Key(long idHash, long digestStart, long digestEnd) {

        static Key of(long idHash, byte[] digest) {
            ByteBuffer bits = ByteBuffer.wrap(digest);
            return new Key(idHash, bits.getLong(), bits.getLong());
        }
    }
}
