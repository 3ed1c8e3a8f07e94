package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that the page waits as long as a throttled caller is asked to. */
@Tag("one-jdk")
class BusyServerTest {

    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    static final RunningServer SERVER =
            new RunningServer(parts -> parts.pages(Pages.sessions(RunningServer.CONTRACT, Optional.empty()))
                    .throttle(new Throttle(new ThrottleLimits(1, 1, Duration.ofSeconds(1)))));

    @Test
    void asksAgain() throws IOException {
        BROWSER.mayComplain("429");
        BROWSER.open(SERVER.uri("/sessions#from="));
        BROWSER.paste("#token", SERVER.token());
        BROWSER.click("#sign-in button");
        BROWSER.until(browser -> "false".equals(browser.find("#signed-in").getDomAttribute("aria-busy")));

        assertThat(BROWSER.texts("#problem")).isEmpty();
        assertThat(BROWSER.texts("#rows")).containsExactly("No sessions here; 0 in all");
        // The table, two figures of a store without sessions, and at least one that was refused.
        assertThat(BROWSER.requests())
                .filteredOn(request -> request.startsWith("POST "))
                .hasSizeGreaterThan(3);
    }
}
