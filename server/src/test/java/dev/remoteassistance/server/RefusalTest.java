package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests that the server refuses: whatever the reason, nothing is stored. */
public abstract class RefusalTest {

    @RegisterExtension
    protected static final RunningServer server = new RunningServer();

    @AfterEach
    void nothingIsStored() {
        assertThat(server.stored()).isEmpty();
    }
}
