package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.load.ReportTemplate;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Sends property names with equal hashes, which fill a shared table of names. The innocent reports begin after that:
 * otherwise their names would be in the table already, and hide the fault.
 */
record NamesAttack() implements Attack {

    /** How full the table gets depends on a secret number: one turn in two of five succeeds. */
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

    /** Attacks until a valid report is refused, which never happens if all is well. */
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
