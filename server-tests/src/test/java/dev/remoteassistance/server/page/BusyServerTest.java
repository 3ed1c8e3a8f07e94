package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that the page waits as long as a throttled caller is asked to. */
@Tag("ci")
class BusyServerTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final Duration WINDOW = Duration.ofSeconds(1);

    /** The throttle's clock. It stands still until the page asks again: a slow page would never ask too often. */
    private static final AtomicLong NOW = new AtomicLong();

    @RegisterExtension
    static final RunningServer SERVER =
            new RunningServer(parts -> parts.pages(Pages.sessions(RunningServer.CONTRACT, Optional.empty()))
                    .throttle(new Throttle(new ThrottleLimits(1, 1, WINDOW), NOW::get)));

    @Test
    void asksAgain() throws IOException {
        BROWSER.mayComplain("429");
        BROWSER.open(SERVER.uri("/sessions#from="));
        BROWSER.paste("#token", SERVER.token());
        BROWSER.click("#sign-in button");
        // The server answers one of three queries (table, two figures); the page repeats the two refused ones.
        BROWSER.until(browser -> questions() > 3);
        BROWSER.until(browser -> {
            NOW.addAndGet(WINDOW.toNanos());
            return "false".equals(browser.find("#signed-in").getDomAttribute("aria-busy"));
        });

        assertThat(BROWSER.texts("#problem")).isEmpty();
        assertThat(BROWSER.texts("#rows")).containsExactly("No sessions here; 0 in all");
    }

    private static long questions() {
        try {
            return BROWSER.requests().stream()
                    .filter(request -> request.startsWith("POST "))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
