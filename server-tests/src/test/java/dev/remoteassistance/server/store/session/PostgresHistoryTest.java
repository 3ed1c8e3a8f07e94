package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.sql.RunningPostgres;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHistoryTest extends HistoryTest {

    @RegisterExtension
    static final RunningPostgres POSTGRES = new RunningPostgres();

    @Override
    StoreLocation location() throws SQLException {
        return StoreLocation.of(POSTGRES.createDatabase());
    }
}
