package dev.remoteassistance.contract.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Long work tells a person that it goes on, and a build's log nothing. */
class HeartbeatTest {

    private final CountDownLatch lines = new CountDownLatch(2);
    private final StringWriter text = new StringWriter();

    @Test
    void beatsUntilTheWorkIsDone() {
        PrintWriter err = new PrintWriter(text) {
            @Override
            public void flush() {
                lines.countDown();
            }
        };

        String result = Heartbeat.during(this::awaitLines, err, "Comparing", Duration.ofMillis(1));

        assertThat(result).isEqualTo("done");
        assertThat(text.toString().lines().limit(2))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches("Comparing for \\d+ s"));
    }

    @Test
    void isSilentWithoutATerminal() {
        assertThat(Heartbeat.during(() -> "done", new PrintWriter(text), "Comparing"))
                .isEqualTo("done");
        assertThat(text.toString()).isEmpty();
    }

    private String awaitLines() {
        try {
            lines.await();
            return "done";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
