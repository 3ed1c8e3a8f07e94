package dev.remoteassistance.server.store.sql;

import dev.remoteassistance.server.Waiting;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * A real PostgreSQL on a free port. One serves all classes of a JVM, which run one after the other; tests share no
 * database, and restore each setting of the server that they change.
 */
public final class RunningPostgres implements BeforeAllCallback {

    /** How often the URL names the server. A login may take 3 seconds for each name, and once is too short while a machine stalls. */
    private static final int NAMED = 40;

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private EmbeddedPostgres postgres;

    @Override
    public void beforeAll(ExtensionContext context) {
        postgres = context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(RunningPostgres.class))
                .computeIfAbsent(EmbeddedPostgres.class, key -> start(), EmbeddedPostgres.class);
    }

    private static EmbeddedPostgres start() {
        // No test simulates a crash of the machine, so nothing has to reach the disk.
        try {
            return EmbeddedPostgres.builder()
                    .setPort(port())
                    .setServerConfig("fsync", "off")
                    .setPGStartupWait(Waiting.LONGEST)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a free port that nobody gets from the system, as other tests do by thousands while PostgreSQL makes its files. */
    private static int port() {
        return ThreadLocalRandom.current()
                .ints(20_000, 32_000)
                .filter(RunningPostgres::isFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Makes an empty database, and returns its URL. */
    public String createDatabase() throws SQLException {
        String name = "reports_" + DATABASES.incrementAndGet();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " STRATEGY FILE_COPY");
        }
        String url = postgres.getJdbcUrl("postgres", name);
        String server = URI.create(url.replaceFirst("^jdbc:", "")).getRawAuthority();
        return url.replace(server, String.join(",", Collections.nCopies(NAMED, server)));
    }
}
