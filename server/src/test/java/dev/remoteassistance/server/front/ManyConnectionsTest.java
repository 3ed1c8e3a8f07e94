package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Connections that say nothing, as many as there may be. */
class ManyConnectionsTest {

    private static final int MOST = 64;

    @RegisterExtension
    final RunningServer server = new RunningServer(HttpLimits.DEFAULT.withMaxConnections(MOST));

    /** Long before the idle timeout of a server that has room, since the request has a timeout of its own. */
    @Test
    void makeRoomForCallers() throws Exception {
        List<RawConnection> quiet = new ArrayList<>();
        try {
            for (int i = 0; i < MOST; i++) {
                quiet.add(new RawConnection(server.operationUri()));
            }

            assertThat(server.post("{\"reportingPayload\":{\"id\":\"good\"}}").statusCode())
                    .isEqualTo(204);
            assertThat(quiet).anyMatch(RawConnection::isClosed);
        } finally {
            for (RawConnection connection : quiet) {
                connection.close();
            }
        }
    }
}
