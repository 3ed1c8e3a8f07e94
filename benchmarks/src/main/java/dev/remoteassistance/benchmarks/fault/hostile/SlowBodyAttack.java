package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.ReportOperation;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Senders that announce a body of maximum size, and send it at a pace just above the minimum. */
record SlowBodyAttack() implements Attack {

    private static final int SENDERS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final byte[] PART = " ".repeat(30).getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "slow-bodies";
    }

    @Override
    public String description() {
        return "%d senders of 4 MB at 300 B/s; the innocent reports have 20 KB".formatted(SENDERS);
    }

    @Override
    public List<String> javaOptions() {
        return List.of("-Xmx128m");
    }

    /** Returns a small number, so that the tenant's own large bodies do not keep each other out. */
    @Override
    public int innocents() {
        return 2;
    }

    /** Makes the innocent reports large, because small ones take nothing of the memory for large bodies. */
    @Override
    public int innocentPadding() {
        return 20_000;
    }

    @Override
    public int attackers() {
        return SENDERS;
    }

    @Override
    public void attack(AttackRound round) {
        byte[] start = RawRequest.of(
                round, "HTTP/1.1", "Content-Length: " + ReportOperation.find().maxBodyBytes(), PART);
        while (round.isOn()) {
            try (Socket socket =
                    new Socket(round.target().getHost(), round.target().getPort())) {
                socket.getOutputStream().write(start);
                while (round.isOn()) {
                    Deadline.sleep(PAUSE);
                    socket.getOutputStream().write(PART);
                }
            } catch (IOException refused) {
                round.answered(0);
                Deadline.sleep(PAUSE);
            }
        }
    }
}
