package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.testbed.ReportOperation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * Attackers that send requests, each one as soon as the one before it is answered.
 *
 * @param requests makes the requests that an attacker sends in turn; called for each turn
 */
record RequestAttack(String name, String description, int attackers, Function<AttackRound, List<byte[]>> requests)
        implements Attack {

    private static final int EMPTY_MEMBERS = 10_000;

    /** Returns an attack by property names as long as a body. */
    static Attack giantNames() {
        HostileBody bodies = new HostileBody();
        int maxBytes = ReportOperation.find().maxBodyBytes();
        return new RequestAttack(
                "giant-names",
                "property names of 4 MB, 4 KB on the wire",
                2,
                round -> List.of(RawRequest.gzip(round, bodies.giantName(maxBytes))));
    }

    /** Returns an attack by bodies that are large after inflation. */
    static Attack bombs() {
        byte[] bomb = HostileBody.bomb(ReportOperation.find().maxBodyBytes());
        return new RequestAttack(
                "bombs",
                "bodies of %d KB on the wire, 4 MB inflated".formatted(bomb.length / 1024),
                8,
                round -> List.of(RawRequest.gzip(round, bomb)));
    }

    /** Returns an attack by requests that HTTP or gzip does not allow, or that are very unusual. */
    static Attack malformed() {
        byte[] members = HostileBody.emptyMembers(EMPTY_MEMBERS);
        byte[] trailing = HostileBody.emptyMembers(1);
        byte[] chunk = "2\r\n{}\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        return new RequestAttack(
                "malformed",
                "lengths beyond 32 bits, 10,000 members of gzip in a row, contradictions in framing",
                2,
                round -> List.of(
                        RawRequest.of(round, "HTTP/1.1", "Connection: close\nContent-Length: 3000000000", chunk),
                        RawRequest.gzip(round, members),
                        RawRequest.gzip(round, trailing),
                        RawRequest.of(round, "HTTP/1.1", "Connection: close\nTransfer-Encoding: gzip, chunked", chunk),
                        RawRequest.of(round, "HTTP/1.0", "Transfer-Encoding: chunked", chunk)));
    }

    @Override
    public void attack(AttackRound round) {
        while (round.isOn()) {
            requests.apply(round).forEach(request -> RawRequest.send(round, request));
        }
    }
}
