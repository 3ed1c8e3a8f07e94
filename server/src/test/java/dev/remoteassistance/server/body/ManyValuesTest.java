package dev.remoteassistance.server.body;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.http.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests documents that are small on the wire and large in memory. */
class ManyValuesTest {

    /** Names, values and brackets around the array's values. */
    private static final int AROUND = 10;

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @Test
    void asManyAsTheLimit() {
        assertThat(server.post(arrayOf(JsonDocumentReader.MAX_TOKENS - AROUND)).statusCode())
                .isEqualTo(204);
        assertThat(server.stored()).hasSize(1);
    }

    @Test
    void oneMore() {
        assertRefused(
                        server.post(arrayOf(JsonDocumentReader.MAX_TOKENS - AROUND + 1)),
                        ErrorCode.REQUEST_ENTITY_TOO_LARGE)
                .hasMessage(String.valueOf(JsonDocumentReader.MAX_TOKENS));
        assertThat(server.stored()).isEmpty();
    }

    private static String arrayOf(int values) {
        return "{\"reportingPayload\":{\"id\":\"a\",\"later\":[%s0]}}".formatted("0,".repeat(values - 1));
    }
}
