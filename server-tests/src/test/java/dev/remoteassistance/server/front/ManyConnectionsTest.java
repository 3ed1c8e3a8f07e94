package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the maximum number of connections, all of them silent. */
class ManyConnectionsTest {

    private static final int MOST = 64;

    /** No header is late, so that quiet connections are closed because they are idle, and for no other reason. */
    @RegisterExtension
    final RunningServer server = new RunningServer(new HttpLimits(MOST, Duration.ofHours(1)));

    /** Quiet connections must be closed early, not at the usual idle timeout. */
    @Test
    void makeRoomForCallers() throws Exception {
        List<RawConnection> quiet = new ArrayList<>();
        long start = System.nanoTime();
        try {
            for (int i = 0; i < MOST; i++) {
                quiet.add(new RawConnection(server.operationUri()));
            }

            assertThat(server.post("{\"reportingPayload\":{\"id\":\"good\"}}").statusCode())
                    .isEqualTo(204);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Listener.IDLE_TIMEOUT);
            assertThat(quiet).anyMatch(RawConnection::isClosed);
        } finally {
            for (RawConnection connection : quiet) {
                connection.close();
            }
        }
    }
}
