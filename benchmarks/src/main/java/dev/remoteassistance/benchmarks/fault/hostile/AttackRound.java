package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** Runs the attackers for the time of one round, and counts their answers. */
public final class AttackRound implements AutoCloseable {

    private final URI target;
    private final String token;
    private final ConcurrentMap<Integer, Long> answers;
    private final List<Thread> attackers = new ArrayList<>();
    private volatile boolean over;

    private AttackRound(URI target, String token, ConcurrentMap<Integer, Long> answers) {
        this.target = target;
        this.token = token;
        this.answers = answers;
    }

    /**
     * Starts the attackers.
     *
     * @param target address to which reports are posted
     * @param token a valid token of the attackers' tenant
     * @param answers counts the answers by status
     */
    static AttackRound begin(Attack attack, URI target, String token, ConcurrentMap<Integer, Long> answers) {
        AttackRound round = new AttackRound(target, token, answers);
        for (int number = 1; number <= attack.attackers(); number++) {
            Thread attacker = new Thread(() -> round.run(attack), "attacker-" + number);
            attacker.setDaemon(true);
            round.attackers.add(attacker);
        }
        round.attackers.forEach(Thread::start);
        return round;
    }

    static ConcurrentMap<Integer, Long> noAnswers() {
        return new ConcurrentSkipListMap<>();
    }

    /** Returns the number of answers of each status as text. */
    static String text(Map<Integer, Long> answers) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(answer ->
                                "%s × %d".formatted(answer.getKey() == 0 ? "none" : answer.getKey(), answer.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private void run(Attack attack) {
        try {
            attack.attack(this);
        } catch (IOException e) {
            throw new BenchmarkException("the attack %s failed: %s".formatted(attack.name(), e), e);
        }
    }

    /** Returns whether the round is not over yet. */
    boolean isOn() {
        return !over;
    }

    URI target() {
        return target;
    }

    String token() {
        return token;
    }

    /** Counts an answer by its status; 0 if there was none. */
    void answered(int status) {
        answers.merge(status, 1L, Long::sum);
    }

    /** Ends the round, and waits for the end of the attackers. */
    @Override
    public void close() {
        over = true;
        awaitAttackers();
    }

    /** Waits until the attackers have finished. */
    void awaitAttackers() {
        try {
            for (Thread attacker : attackers) {
                attacker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
