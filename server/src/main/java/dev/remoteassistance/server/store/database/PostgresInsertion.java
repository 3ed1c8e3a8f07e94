package dev.remoteassistance.server.store.database;

import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.row.ReportRow;
import dev.remoteassistance.server.store.session.PostgresSessions;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.postgresql.PGConnection;

/** Inserts rows as arrays, so that a transaction is one round trip for any number of rows. */
final class PostgresInsertion implements SqlDatabase.Insertion {

    private final PGConnection arrays;
    private final PreparedStatement insert;

    PostgresInsertion(Connection writer) throws SQLException {
        this.arrays = writer.unwrap(PGConnection.class);
        this.insert = writer.prepareStatement(PostgresSessions.INSERT);
    }

    @Override
    public List<AppendOutcome> insert(List<ReportRow> rows) throws SQLException {
        long[] idHashes = rows.stream().mapToLong(ReportRow::idHash).toArray();
        byte[][] digests = rows.stream().map(ReportRow::digest).toArray(byte[][]::new);
        insert.setArray(1, arrays.createArrayOf("int8", idHashes));
        insert.setArray(2, arrays.createArrayOf("bytea", digests));
        insert.setArray(3, texts(rows, ReportRow::tenantId));
        insert.setArray(4, texts(rows, ReportRow::reportId));
        insert.setArray(5, texts(rows, row -> SqlDatabase.MICROSECONDS.format(row.receivedAt())));
        insert.setArray(6, texts(rows, ReportRow::appId));
        insert.setArray(7, texts(rows, ReportRow::userId));
        insert.setArray(8, texts(rows, ReportRow::payload));
        PostgresSessions.bind(insert, arrays, rows);
        Set<Key> added = new HashSet<>();
        try (ResultSet row = insert.executeQuery()) {
            while (row.next()) {
                added.add(Key.of(row.getLong(1), row.getBytes(2)));
            }
        }
        return rows.stream()
                // Of equal rows in one batch, the first is the new one.
                .map(row -> added.remove(Key.of(row.idHash(), row.digest()))
                        ? AppendOutcome.STORED
                        : AppendOutcome.REPEATED)
                .toList();
    }

    private Array texts(List<ReportRow> rows, Function<ReportRow, String> column) throws SQLException {
        return arrays.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    private record Key(long idHash, ByteBuffer digest) {

        static Key of(long idHash, byte[] digest) {
            return new Key(idHash, ByteBuffer.wrap(digest));
        }
    }
}
