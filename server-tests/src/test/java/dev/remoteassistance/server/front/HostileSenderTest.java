package dev.remoteassistance.server.front;

import static dev.remoteassistance.server.RunningServer.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Base of the tests that send hostile requests on raw sockets. Afterwards nothing is stored, and the server works. */
abstract class HostileSenderTest {

    static final String BODY = "{\"reportingPayload\":{\"id\":\"hostile\"}}";
    /** More than a busy machine takes for any header of these tests. */
    static final Duration HEADER_TIME = Duration.ofSeconds(5);

    /** At the limit the server would close idle connections. */
    private static final int MAX_CONNECTIONS = 10_000;

    private static final String GOOD_BODY = "{\"reportingPayload\":{\"id\":\"good\"}}";

    @RegisterExtension
    static final RunningServer server = new RunningServer(new HttpLimits(MAX_CONNECTIONS, HEADER_TIME));

    @AfterEach
    void nothingIsStoredAndTheServerGoesOn() {
        assertThat(server.stored())
                .filteredOn(report -> !report.id().equals("good"))
                .isEmpty();
        assertGoodCallersAreServed();
    }

    final void assertGoodCallersAreServed() {
        assertThat(server.post(GOOD_BODY).statusCode()).isEqualTo(204);
    }

    final RawConnection connect() throws IOException {
        return new RawConnection(server.operationUri());
    }

    /** Returns the beginning of a report's header, without the lines about the form of the body. */
    final String head() {
        return anonymousHead() + "Authorization: Bearer " + server.token() + "\r\n";
    }

    static String anonymousHead() {
        return "POST " + OPERATION.path() + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n";
    }
}
