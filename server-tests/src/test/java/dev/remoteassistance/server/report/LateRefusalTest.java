package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.PersonalData;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.http.ErrorCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests refusals by the store long after the resource has returned. */
class LateRefusalTest {

    @RegisterExtension
    final RunningServer server = new RunningServer();

    @Test
    void isAnsweredLikeOneThatIsThereAtOnce() throws Exception {
        try (Connection other = DriverManager.getConnection(server.storeUrl());
                Statement lock = other.createStatement()) {
            // Locks the database, so that the server cannot write and gives up.
            lock.execute("BEGIN IMMEDIATE");

            assertRefused(server.post(PersonalData.REPORT), ErrorCode.STORE_UNAVAILABLE)
                    .hasMessage("The store cannot be reached at the moment. Sending the request again is safe.")
                    .hasHeader("Retry-After", "5");

            lock.execute("ROLLBACK");
        }
        assertThat(server.stored()).isEmpty();
    }
}
