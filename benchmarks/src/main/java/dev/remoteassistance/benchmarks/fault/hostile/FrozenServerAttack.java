package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.load.ReportTemplate;
import dev.remoteassistance.benchmarks.postgres.PostgresAddress;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.process.HttpProbe;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Freezes a second server on the same PostgreSQL, within a transaction if it has any that waits for the server. Its
 * callers repeat at the first server the reports that the second one does not answer.
 */
final class FrozenServerAttack implements Attack {

    private static final int CALLERS = 4;
    private static final String DATABASE = "reports-frozen";
    private static final Duration FIRST_TIMEOUT = Duration.ofMillis(500);
    private static final Duration SECOND_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(250);
    /** Time for the report to come into a batch. */
    private static final Duration BATCH = Duration.ofMillis(100);

    private static final String BAIT = "bait";
    private static final int TRIES = 10;
    private static final int SPARE_BACKENDS = 2;
    private static final int STORED = 204;

    /** Counts transactions that wait for their server, which takes microseconds unless it is frozen. */
    private static final String OPEN = """
            SELECT count(*) FROM pg_stat_activity
             WHERE state LIKE 'idle in transaction%' AND xact_start < clock_timestamp() - interval '200 ms'
            """;

    private static final String BACKENDS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private final ReportTemplate template = ReportTemplate.load();
    private final AtomicBoolean freezes = new AtomicBoolean();
    private PostgresAddress database;
    private RestartableServer frozen;
    private int freezings;
    private int caught;
    private int backendsBefore;

    @Override
    public String name() {
        return "frozen";
    }

    @Override
    public String description() {
        return "another server on the same PostgreSQL frozen under load, its reports repeated";
    }

    @Override
    public Map<String, String> settings(TestBed bed) {
        if (database == null) {
            database = bed.postgres().address();
            database.createDatabase(DATABASE);
        }
        return bed.settings(database.jdbcUrl(DATABASE));
    }

    @Override
    public void prepare(TestBed bed) {
        frozen = bed.server("frozen-second", javaOptions(), settings(bed));
        frozen.start();
        backendsBefore = count(BACKENDS);
    }

    @Override
    public int attackers() {
        return CALLERS + 1;
    }

    @Override
    public void attack(AttackRound round) {
        if (freezes.compareAndSet(false, true)) {
            freeze(round);
            freezes.set(false);
        } else {
            report(round);
        }
    }

    /** Freezes the second server again and again until it is within a transaction, then until the round is over. */
    private void freeze(AttackRound round) {
        post(frozen.operation(), round.token(), BAIT, SECOND_TIMEOUT);
        for (int number = 1; number <= TRIES && round.isOn(); number++) {
            freezeInABatch(round);
            freezings++;
            try {
                Deadline.sleep(LOOK);
                boolean within = count(OPEN) > 0;
                caught += within ? 1 : 0;
                while (round.isOn() && (within || number == TRIES)) {
                    Deadline.sleep(LOOK);
                }
            } finally {
                frozen.thaw();
            }
        }
    }

    /** Freezes the second server while its batch waits for a report that somebody else is about to delete. */
    private void freezeInABatch(AttackRound round) {
        database.whileUncommitted(DATABASE, "DELETE FROM report WHERE report_id = '%s'".formatted(BAIT), () -> {
            CompletableFuture.runAsync(() -> post(frozen.operation(), round.token(), BAIT, FIRST_TIMEOUT));
            Deadline.sleep(BATCH);
            frozen.freeze();
        });
    }

    private void report(AttackRound round) {
        while (round.isOn()) {
            String id = UUID.randomUUID().toString();
            int status = post(frozen.operation(), round.token(), id, FIRST_TIMEOUT);
            round.answered(status == STORED ? STORED : post(round.target(), round.token(), id, SECOND_TIMEOUT));
        }
    }

    private int post(URI operation, String token, String id, Duration timeout) {
        return HttpProbe.status(template.request(operation, token, id, timeout));
    }

    private int count(String query) {
        return Integer.parseInt(database.ask(DATABASE, query));
    }

    @Override
    public void judge(Verdict verdict) {
        int backends = count(BACKENDS);
        verdict.fact("frozen within a transaction", "%d of %d times".formatted(caught, freezings));
        verdict.fact("frozen, backends", "%d before, %d after".formatted(backendsBefore, backends));
        if (backends > backendsBefore + SPARE_BACKENDS) {
            verdict.broken("frozen: %d backends became %d".formatted(backendsBefore, backends));
        }
        frozen.close();
    }
}
