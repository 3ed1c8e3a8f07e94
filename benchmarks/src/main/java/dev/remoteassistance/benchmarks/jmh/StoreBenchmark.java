package dev.remoteassistance.benchmarks.jmh;

import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.benchmarks.postgres.PostgresAddress;
import dev.remoteassistance.benchmarks.testbed.ServerEnvironment;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.StoreLocation;
import dev.remoteassistance.server.store.StoreOptions;
import dev.remoteassistance.server.store.sql.ReportArchive;
import dev.remoteassistance.server.store.sql.SqlReportStore;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Compares our store with plain JDBC for a single caller, which gains nothing from shared transactions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreBenchmark {

    private static final String INSERT = """
            INSERT INTO report (id_hash, digest, tenant_id, report_id, received_at, payload)
            VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP, ?)
            ON CONFLICT (id_hash, digest) DO NOTHING
            """;

    private static final String TENANT = "11111111-1111-1111-1111-111111111111";

    /** The database: {@code sqlite} or {@code postgres}. */
    @Param({"sqlite", "postgres"})
    public String database;

    private final ReportTemplate template = ReportTemplate.load();
    private final SecureRandom random = new SecureRandom();
    private final Caller caller = new Caller(TENANT, CallerKind.APP, null, null, Set.of());
    private TestBed bed;
    private SqlReportStore store;
    private RemoteAssistanceReporting report;
    private Connection connection;
    private PreparedStatement insert;
    private long number;

    @Setup
    public void open() throws Exception {
        bed = TestBed.create();
        store = SqlReportStore.open(location("grouped"), StoreOptions.DEFAULT, Clock.systemUTC());
        report = JsonPolicy.newMapper()
                .readValue(template.withId("a"), ReportRemoteAssistanceRequest.class)
                .getReportingPayload();

        StoreLocation single = location("single");
        ReportArchive.migrate(single);
        connection = DriverManager.getConnection(single.url());
        insert = connection.prepareStatement(INSERT);
    }

    private StoreLocation location(String name) {
        if (database.equals("sqlite")) {
            return StoreLocation.of(ServerEnvironment.sqliteUrl(bed.folder().resolve(name + ".db")));
        }
        PostgresAddress address = bed.postgres().address();
        address.createDatabase(name);
        return StoreLocation.of(address.jdbcUrl(name));
    }

    @TearDown
    public void close() throws Exception {
        connection.close();
        store.close();
        bed.close();
    }

    /** Appends a report to our store and waits for it. */
    @Benchmark
    public AppendOutcome store() {
        report.setId("report-" + number++);
        return store.append(caller, report).toCompletableFuture().join();
    }

    /** Inserts a report in its own transaction, on the caller's thread. */
    @Benchmark
    public int jdbc() throws SQLException {
        byte[] digest = new byte[16];
        random.nextBytes(digest);
        insert.setLong(1, random.nextLong());
        insert.setBytes(2, digest);
        insert.setString(3, TENANT);
        insert.setString(4, "report-" + number++);
        insert.setString(5, template.withId("report-" + number));
        return insert.executeUpdate();
    }
}
