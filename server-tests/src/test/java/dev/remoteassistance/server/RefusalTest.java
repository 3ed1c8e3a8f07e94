package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Base of the tests of refused requests. After each test, nothing must be stored. */
public abstract class RefusalTest {

    @RegisterExtension
    protected static final RunningServer server = new RunningServer();

    @AfterEach
    void nothingIsStored() {
        assertThat(server.stored()).isEmpty();
    }
}
