package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.load.ReportTemplate;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Names of properties with equal hashes, which spoil a table of names that all share. The innocent reports come later: names
 * that are read all the time would be in the table already, and hide what is wrong with it.
 */
record NamesAttack() implements Attack {

    /** How the table fills depends on a secret number, so that one turn succeeds in two of five cases. */
    private static final int MAX_TURNS = 20;

    private static final int STORED = 204;

    @Override
    public String name() {
        return "names";
    }

    @Override
    public String description() {
        return "property names with equal hashes";
    }

    @Override
    public boolean comesFirst() {
        return true;
    }

    @Override
    public int attackers() {
        return 1;
    }

    /** Goes on until a report without any fault is refused, which never happens if all is well. */
    @Override
    public void attack(AttackRound round) {
        HostileBody bodies = new HostileBody();
        ReportTemplate template = ReportTemplate.load();
        int status = STORED;
        for (int turn = 0; turn < MAX_TURNS && status == STORED; turn++) {
            RawRequest.send(round, RawRequest.gzip(round, bodies.manyNames()));
            RawRequest.send(round, RawRequest.gzip(round, bodies.collidingNames()));
            byte[] report = template.withId(UUID.randomUUID().toString()).getBytes(StandardCharsets.UTF_8);
            status = RawRequest.send(
                    round,
                    RawRequest.of(round, "HTTP/1.1", "Connection: close\nContent-Length: " + report.length, report));
        }
    }
}
