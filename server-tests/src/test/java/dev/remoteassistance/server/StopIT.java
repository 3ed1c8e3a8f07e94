package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests SIGTERM: readiness ends first, requests under way are answered, the exit is in time, and no request fails. */
class StopIT {

    private static final int SIGTERM_EXIT = 143;
    private static final int CLIENTS = 8;

    @TempDir
    Path folder;

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger answeredWhileDraining = new AtomicInteger();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void noRequestFailsUnderLoad() throws Exception {
        try (ServedJar server = new ServedJar(folder, drainTime("PT8S"))) {
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(new Thread(() -> report(server), "client"));
            }
            clients.forEach(Thread::start);
            Waiting.until(() -> acknowledged.size() > 20 * CLIENTS);

            String token = server.token();
            server.process().destroy();
            Waiting.until(() -> server.status("/health/ready") == 503);
            ready.set(false);
            assertThat(server.status("/health/live")).isEqualTo(200);
            try (KeepAliveConnection newcomer = new KeepAliveConnection(server.operationUri(), token)) {
                KeepAliveConnection.Answer answer = newcomer.post(body("newcomer"));
                assertThat(answer.status()).isEqualTo(204);
                assertThat(answer.closes()).isTrue();
                acknowledged.add("newcomer");
            }

            assertThat(ServerJar.exitCode(server.process())).isEqualTo(SIGTERM_EXIT);
            for (Thread client : clients) {
                client.join(Waiting.LONGEST_MILLIS);
            }
            assertThat(failures).isEmpty();
            assertThat(answeredWhileDraining).as("told to go elsewhere").hasValueGreaterThanOrEqualTo(CLIENTS);
            assertThat(ids(server.exported())).containsExactlyInAnyOrderElementsOf(acknowledged);
        }
    }

    @Test
    void aRequestUnderWayIsAnsweredWithoutADrain() throws Exception {
        try (ServedJar server = new ServedJar(folder, drainTime("PT0S"));
                KeepAliveConnection slow = new KeepAliveConnection(server.operationUri(), server.token());
                KeepAliveConnection open = new KeepAliveConnection(server.operationUri(), server.token())) {
            assertThat(open.post(body("before")).status()).isEqualTo(204);
            String body = body("slow");
            slow.send(slow.head(body) + body.substring(0, 5));
            // When a later request has been answered, the server has begun to handle the earlier one.
            assertThat(open.post(body("later")).status()).isEqualTo(204);

            server.process().destroy();
            Waiting.until(() -> refusesConnections(server));
            slow.send(body.substring(5));

            assertThat(slow.answer().status()).isEqualTo(204);
            assertThat(ServerJar.exitCode(server.process())).isEqualTo(SIGTERM_EXIT);
            assertThat(ids(server.exported())).containsExactlyInAnyOrder("before", "later", "slow");
        }
    }

    /** Sends reports while the server is ready, as a load balancer does. Uses a connection until the server ends it. */
    private void report(ServedJar server) {
        while (ready.get()) {
            try (KeepAliveConnection connection = new KeepAliveConnection(server.operationUri(), server.token())) {
                reportOn(connection);
            } catch (IOException | RuntimeException e) {
                failures.add(e.toString());
            }
        }
    }

    private void reportOn(KeepAliveConnection connection) throws IOException {
        boolean open = true;
        while (open) {
            String id = "r" + number.incrementAndGet();
            KeepAliveConnection.Answer answer = connection.post(body(id));
            if (answer.status() == 204) {
                acknowledged.add(id);
            } else if (answer.status() != 503 || !answer.head().contains("\r\nretry-after: 5\r\n")) {
                failures.add(answer.head());
            }
            open = !answer.closes();
            if (answer.closes()) {
                answeredWhileDraining.incrementAndGet();
            }
        }
    }

    private static boolean refusesConnections(ServedJar server) throws IOException {
        try {
            new KeepAliveConnection(server.operationUri(), "").close();
            return false;
        } catch (ConnectException refused) {
            return true;
        }
    }

    private static Map<String, String> drainTime(String duration) {
        return Map.of("REMOTE_ASSISTANCE_HTTP_DRAIN_TIME", duration);
    }

    private static String body(String id) {
        return "{\"reportingPayload\":{\"id\":\"%s\"}}".formatted(id);
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst(".*\"payload\":\\{\"id\":\"([^\"]*)\".*", "$1"))
                .toList();
    }
}
