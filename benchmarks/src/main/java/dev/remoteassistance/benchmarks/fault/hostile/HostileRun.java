package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.load.LoadGenerator;
import dev.remoteassistance.benchmarks.load.LoadResult;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.RestartableServer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import dev.remoteassistance.benchmarks.testbed.TokenIssuer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs attacks, each on its own server, which an innocent tenant uses at the same time.
 *
 * @param bed the test bed of the servers
 * @param rounds how often the innocent tenant's answers are timed, first without and then with the attack
 * @param time duration of each measurement
 * @param progress called with the progress of the run
 */
public record HostileRun(TestBed bed, int rounds, Duration time, Consumer<String> progress) {

    /** Time for the innocent tenant to connect before the attack and to be answered once more after it. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private static final String INNOCENT = TokenIssuer.TENANTS.get(0);
    private static final String ATTACKER = TokenIssuer.TENANTS.get(1);

    /** Returns all attacks, in the order in which they are listed. */
    public static List<Attack> attacks() {
        return List.of(
                new NamesAttack(),
                RequestAttack.giantNames(),
                new HandshakeAttack(),
                RequestAttack.bombs(),
                new SlowBodyAttack(),
                RequestAttack.malformed(),
                new FrozenServerAttack());
    }

    /** Runs an attack, and returns what the innocent tenant noticed. */
    public HostileFigures attack(Attack attack, Verdict verdict) {
        Map<String, String> settings = new HashMap<>(attack.settings(bed));
        settings.put("REMOTE_ASSISTANCE_LOG_ACCESS", "false");
        settings.put("REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", "PT0S");
        try (RestartableServer server = bed.server(attack.name(), attack.javaOptions(), settings)) {
            server.start();
            attack.prepare(bed);
            HostileFigures figures = measure(attack, server);
            attack.judge(verdict);
            return figures;
        }
    }

    private HostileFigures measure(Attack attack, RestartableServer server) {
        List<String> tokens = IntStream.rangeClosed(1, attack.innocents())
                .mapToObj(number -> bed.issuer().token(INNOCENT, number))
                .toList();
        LoadGenerator load =
                LoadGenerator.of(bed.folder().resolve(attack.name() + "-load"), tokens, attack.innocentPadding());
        ConcurrentMap<Integer, Long> answers = AttackRound.noAnswers();
        List<LoadResult> quiet = new ArrayList<>();
        List<LoadResult> attacked = new ArrayList<>();

        progress.accept(attack.name() + ": warming up");
        load.run(server.operation(), attack.innocents(), time);
        long heapBefore = server.liveHeapBytes();
        for (int number = 1; number <= rounds; number++) {
            quiet.add(load.measure(server.operation(), attack.innocents(), time));
            attacked.add(attacked(attack, server, load, answers));
            progress.accept("%s, round %d: p99 %d µs without the attack, %d µs with it; %d refused"
                    .formatted(
                            attack.name(),
                            number,
                            last(quiet).p99().toNanos() / 1_000,
                            last(attacked).p99().toNanos() / 1_000,
                            last(attacked).refused()));
        }
        Deadline.sleep(MARGIN);
        long heapAfter = server.liveHeapBytes();
        return new HostileFigures(attack, quiet, attacked, answers, heapBefore, heapAfter, server.stackTraces());
    }

    private LoadResult attacked(
            Attack attack, RestartableServer server, LoadGenerator load, ConcurrentMap<Integer, Long> answers) {
        String token = bed.issuer().token(ATTACKER, attack.innocents() + 1);
        if (attack.comesFirst()) {
            AttackRound.begin(attack, server.operation(), token, answers).awaitAttackers();
            return load.measure(server.operation(), attack.innocents(), time);
        }
        CompletableFuture<LoadResult> result = CompletableFuture.supplyAsync(
                () -> load.measure(server.operation(), attack.innocents(), time.plus(MARGIN.multipliedBy(2))));
        Deadline.sleep(MARGIN);
        AttackRound round = AttackRound.begin(attack, server.operation(), token, answers);
        try (round) {
            Deadline.sleep(time);
        }
        return result.join();
    }

    private static LoadResult last(List<LoadResult> results) {
        return results.get(results.size() - 1);
    }
}
