package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.SetClock;
import dev.remoteassistance.server.auth.CallerKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests what the page of sessions shows to those whom the server refuses. */
@Tag("ci")
class SessionsRefusalTest {

    private static final SetClock CLOCK = new SetClock(Instant.now());

    @RegisterExtension
    static final SessionsPage PAGE = new SessionsPage(CLOCK);

    private static final Browser BROWSER = PAGE.browser();
    private static final RunningServer SERVER = PAGE.server();

    @BeforeEach
    void showTheTime() {
        CLOCK.set(Instant.now());
    }

    @Test
    void aRefusedQuestionIsShownInTheServersWords() {
        BROWSER.mayComplain("400");
        PAGE.signIn("#from=tomorrow");

        assertThat(BROWSER.texts("#problem")).singleElement().asString().startsWith("filter: ");
    }

    @Test
    void anExpiredTokenAsksForANewSignIn() {
        BROWSER.mayComplain("401");
        PAGE.open(SessionsPage.ALL);
        PAGE.token(SERVER.expiredToken());
        BROWSER.until(browser -> !browser.texts("#problem").isEmpty());

        assertThat(BROWSER.texts("#problem")).singleElement().asString().contains("expired");
        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
    }

    @Test
    void aTokenThatExpiresMeanwhileTakesTheSessionsWithIt() {
        BROWSER.mayComplain("401");
        PAGE.signIn(SessionsPage.ALL);
        assertThat(BROWSER.texts(SessionsPage.ROWS)).isNotEmpty();
        // A token of the tests lives for a day.
        CLOCK.set(Instant.now().plus(Duration.ofDays(2)));
        BROWSER.click("#next");
        BROWSER.until(browser -> !browser.texts("#problem").isEmpty());

        assertThat(BROWSER.texts("#problem")).singleElement().asString().contains("expired");
        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
        assertThat(BROWSER.texts(SessionsPage.ROWS)).isEmpty();
        CLOCK.set(Instant.now());
        PAGE.token(SERVER.token());
        PAGE.untilShown();

        // The page still shows the previous rows.
        assertThat(BROWSER.texts("#rows")).singleElement().asString().startsWith("51 to ");
    }

    @Test
    void anAddressShowsAnotherTenantNothing() {
        String id = Sessions.id(0);
        PAGE.open(SessionsPage.ALL + "&session=" + id);
        PAGE.token(SERVER.token(CallerKind.USER, RunningServer.OTHER_TENANT, RunningServer.firstPermission()));
        BROWSER.until(browser -> !browser.texts("#session-missing").isEmpty());
        PAGE.untilShown();

        assertThat(BROWSER.texts("dialog dt")).isEmpty();
        assertThat(PAGE.total()).isZero();
        assertThat(BROWSER.texts("figcaption")).isEmpty();
    }
}
