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
@Tag("ci")
class SessionsBarrierTest {

    @RegisterExtension
    static final SessionsPage PAGE = new SessionsPage();

    private static final Browser BROWSER = PAGE.browser();

    @ParameterizedTest
    @CsvSource({"light, 1200, 1", "dark, 1200, 21", "light, 360, 21", "dark, 360, 21"})
    void hasNoBarriers(String scheme, int width, int page) throws IOException {
        // The last page has ten rows with every kind of value. A full page has five times as many, and the rules take
        // five
        // times as long.
        String view = SessionsPage.ALL + "&page=" + page;
        BROWSER.scheme(scheme);
        BROWSER.size(width, 900);
        PAGE.open(SessionsPage.ALL);
        assertThat(BROWSER.barriers()).isEmpty();

        PAGE.signIn(view);
        assertThat(BROWSER.texts(SessionsPage.ROWS)).hasSize(page == 1 ? 50 : 10);
        assertThat(BROWSER.barriers()).isEmpty();
        assertFits("html");

        BROWSER.run("location.hash = arguments[0]", view + "&session=" + Sessions.id(Sessions.AMENDED));
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
