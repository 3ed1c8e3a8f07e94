package dev.remoteassistance.benchmarks.fault.hostile;

import dev.remoteassistance.benchmarks.fault.report.Verdict;
import dev.remoteassistance.benchmarks.process.Deadline;
import dev.remoteassistance.benchmarks.testbed.Newcomer;
import dev.remoteassistance.benchmarks.testbed.TestBed;
import dev.remoteassistance.benchmarks.testbed.TlsIdentity;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens more connections than the server accepts, each with a TLS handshake that never ends. This needs no token. */
final class HandshakeAttack implements Attack {

    private static final int CONNECTIONS = 1_035;
    private static final Duration PAUSE = Duration.ofMillis(400);
    /** Longer than the server's time limit for a handshake. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);
    /** The header of a handshake record of 4,096 bytes, and the beginning of a ClientHello. */
    private static final byte[] RECORD = {0x16, 3, 1, 0x10, 0, 1, 0, 0x0f, (byte) 0xfc, 3, 3};

    private final List<Duration> waits = new ArrayList<>();
    private TlsIdentity identity;

    @Override
    public String name() {
        return "handshakes";
    }

    @Override
    public String description() {
        return "%,d TLS handshakes of a byte in 0.4 s".formatted(CONNECTIONS);
    }

    @Override
    public Map<String, String> settings(TestBed bed) {
        identity = TlsIdentity.create(bed.folder());
        Map<String, String> settings = new HashMap<>(Attack.super.settings(bed));
        settings.put(
                "REMOTE_ASSISTANCE_HTTP_TLS_CERTIFICATE", identity.certificate().toString());
        settings.put(
                "REMOTE_ASSISTANCE_HTTP_TLS_PRIVATE_KEY", identity.privateKey().toString());
        return settings;
    }

    @Override
    public int attackers() {
        return 1;
    }

    @Override
    public void attack(AttackRound round) throws IOException {
        List<SocketChannel> connections = new ArrayList<>();
        Newcomer newcomer = new Newcomer(round.target(), LONGEST_WAIT);
        try {
            for (int number = 0; number < CONNECTIONS && round.isOn(); number++) {
                SocketChannel connection = SocketChannel.open();
                connection.configureBlocking(false);
                connection.connect(new InetSocketAddress(
                        round.target().getHost(), round.target().getPort()));
                connections.add(connection);
            }
            newcomer.start();
            // Goes on until the newcomer is connected: otherwise the end of the attack would let it in.
            for (int place = 0; round.isOn() || newcomer.isWaiting(); place++) {
                for (SocketChannel connection : connections) {
                    sendByte(connection, RECORD[Math.min(place, RECORD.length - 1)]);
                }
                Deadline.sleep(PAUSE);
            }
            waits.add(newcomer.waited());
        } finally {
            for (SocketChannel connection : connections) {
                connection.close();
            }
        }
    }

    private static void sendByte(SocketChannel connection, byte part) {
        try {
            if (connection.isConnected() || connection.finishConnect()) {
                connection.write(ByteBuffer.wrap(new byte[] {part}));
            }
        } catch (IOException closedByServer) {
            // Ignored: the server is meant to close these connections.
        }
    }

    @Override
    public void judge(Verdict verdict) {
        Duration longest = waits.stream().max(Duration::compareTo).orElse(Duration.ZERO);
        verdict.fact("handshakes, longest wait of a newcomer", longest.toMillis() + " ms");
        if (longest.compareTo(LONGEST_WAIT) >= 0) {
            verdict.broken("handshakes: a newcomer was not let in within %d s".formatted(LONGEST_WAIT.toSeconds()));
        }
    }
}
