package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a real PostgreSQL on a free port during the tests of one class. */
public final class RunningPostgres implements BeforeAllCallback, AfterAllCallback {

    /** How often the URL names the server. A login may take 3 seconds for each name, and once is too short while a machine stalls. */
    private static final int NAMED = 40;

    private final AtomicInteger databases = new AtomicInteger();
    private EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        // No test simulates a crash of the machine, so nothing has to reach the disk.
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Waiting.LONGEST)
                .start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        postgres.close();
    }

    /** Makes an empty database, and returns its URL. */
    public String createDatabase() throws SQLException {
        String name = "reports_" + databases.incrementAndGet();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        String url = postgres.getJdbcUrl("postgres", name);
        String server = URI.create(url.replaceFirst("^jdbc:", "")).getRawAuthority();
        return url.replace(server, String.join(",", Collections.nCopies(NAMED, server)));
    }
}
