package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that everybody can use the page of sessions, with a narrow screen and in both colour schemes. */
@Tag("one-jdk")
class SessionsBarrierTest {

    @RegisterExtension
    static final SessionsPage PAGE = new SessionsPage();

    private static final Browser BROWSER = PAGE.browser();

    @ParameterizedTest
    @CsvSource({"light, 1200", "dark, 1200", "light, 360", "dark, 360"})
    void hasNoBarriers(String scheme, int width) throws IOException {
        BROWSER.scheme(scheme);
        BROWSER.size(width, 900);
        PAGE.open(SessionsPage.ALL);
        assertThat(BROWSER.barriers()).isEmpty();

        PAGE.signIn(SessionsPage.ALL);
        assertThat(BROWSER.barriers()).isEmpty();
        assertFits("html");

        BROWSER.click(SessionsPage.ROWS + " a");
        BROWSER.until(browser -> !browser.texts("#history tbody tr").isEmpty());
        assertThat(BROWSER.barriers()).isEmpty();
        assertFits("dialog");
    }

    private static void assertFits(String element) {
        assertThat(BROWSER.run(
                        "const element = document.querySelector(arguments[0]); return element.scrollWidth - element.clientWidth",
                        element))
                .as("pixels that have to be scrolled to")
                .isEqualTo(0L);
    }

    /** Makes the picture of docs/page.md. */
    @Test
    void canBeSeen() throws IOException {
        BROWSER.size(1200, 1000);
        PAGE.signIn("#from=2026-11-02&until=2026-11-20");

        BROWSER.screenshot(Path.of("target/sessions.png"));
    }
}
