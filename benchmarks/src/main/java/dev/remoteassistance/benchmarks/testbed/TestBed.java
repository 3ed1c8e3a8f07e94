package dev.remoteassistance.benchmarks.testbed;

import dev.remoteassistance.benchmarks.postgres.PostgresServer;
import dev.remoteassistance.benchmarks.process.JavaProgram;
import dev.remoteassistance.benchmarks.process.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder, the token issuer, the PostgreSQL and the servers of a run. Issuer and PostgreSQL are started at their
 * first use. All are removed at the end, also if the command is interrupted.
 */
public final class TestBed implements AutoCloseable {

    private final Path serverJar;
    private final TemporaryFolder folder = TemporaryFolder.create();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private TokenIssuer issuer;
    private PostgresServer postgres;

    private TestBed(Path serverJar) {
        this.serverJar = serverJar;
    }

    /** Returns a test bed for the server that this project builds. */
    public static TestBed create() {
        return of(JavaProgram.SERVER_JAR);
    }

    /** Returns a test bed for another build of the server. */
    public static TestBed of(Path serverJar) {
        return new TestBed(serverJar);
    }

    /** A folder for stores and logs. */
    public Path folder() {
        return folder.path();
    }

    /** Keeps the folder, for people to look into. */
    public void keepFolder() {
        folder.keep();
    }

    public TokenIssuer issuer() {
        if (issuer == null) {
            issuer = keep(TokenIssuer.start());
        }
        return issuer;
    }

    /** Returns the shared PostgreSQL, for those that need only their own database. */
    public PostgresServer postgres() {
        if (postgres == null) {
            postgres = keep(PostgresServer.create(folder()));
        }
        return postgres;
    }

    /** Returns the shared PostgreSQL; empty if it has not been started. */
    public Optional<PostgresServer> startedPostgres() {
        return Optional.ofNullable(postgres);
    }

    /** Closes a part at the end, before the parts that were added earlier. */
    public <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }

    /** Our server on a store; not started yet. */
    public RestartableServer server(String name, List<String> javaOptions, Map<String, String> settings) {
        return keep(new RestartableServer(program(name, javaOptions, List.of("serve"), settings), folder()));
    }

    /** Returns a command of our server. */
    public JavaProgram program(
            String name, List<String> javaOptions, List<String> arguments, Map<String, String> settings) {
        return JavaProgram.ofJar(serverJar, name, javaOptions, arguments, settings);
    }

    /** Returns the settings of our server for a store with this JDBC URL. */
    public Map<String, String> settings(String storeUrl) {
        return ServerEnvironment.of(issuer(), storeUrl);
    }

    @Override
    public void close() {
        parts.forEach(TestBed::closeQuietly);
        folder.close();
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            // The other parts still have to be closed.
            System.err.printf("Something is left behind: %s%n", e.getMessage());
        }
    }
}
