package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the page of sessions in a browser. */
@Tag("ci")
class SessionsPageTest {

    private static final String FIRST_CELLS = SessionsPage.ROWS + ":first-child td";

    @RegisterExtension
    static final SessionsPage PAGE = new SessionsPage();

    private static final Browser BROWSER = PAGE.browser();

    @Test
    void showsNothingBeforeTheSignIn() {
        PAGE.open(SessionsPage.ALL);

        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
        assertThat(BROWSER.texts(SessionsPage.ROWS)).isEmpty();
    }

    @Test
    void forgetsTheTokenWhenItIsLoadedAnew() {
        PAGE.signIn(SessionsPage.ALL);
        PAGE.open(SessionsPage.ALL);

        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
        assertThat(BROWSER.run("return sessionStorage.length + localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    @Test
    void beginsWithThirtyDays() {
        PAGE.signIn("");

        assertThat(BROWSER.address().getFragment()).matches("from=\\d{4}-\\d\\d-\\d\\d");
        assertThat(BROWSER.find("#from").getDomProperty("value"))
                .isEqualTo(BROWSER.address().getFragment().substring("from=".length()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from                                  | 1010
            from=2026-11-03&until=2026-11-03      | 45
            from=&helper=linus%40contoso.example  | 168
            from=&sharer=sharer7%40contoso.example | 26
            from=&device=LAPTOP-7                 | 26
            from=&type=elevation                  | 252
            from=&search=LINUS                    | 168
            from=&type=elevation&search=LINUS     | 84
            from=&helper=o'hara                   | 0
            """)
    void theAddressHoldsTheFilters(String fragment, int sessions) {
        PAGE.signIn("#" + fragment);

        assertThat(PAGE.total()).isEqualTo(sessions);
    }

    @Test
    void theFormSetsTheFilters() {
        PAGE.signIn(SessionsPage.ALL);
        BROWSER.type("#helper", "linus@contoso.example");
        BROWSER.type("#search", "laptop-");
        BROWSER.click("#type option[value=elevation]");
        BROWSER.click("#filters button[type=submit]");
        PAGE.untilShown();

        assertThat(PAGE.total()).isEqualTo(84);
        assertThat(BROWSER.address().getRawFragment())
                .isEqualTo("from=&helper=linus%40contoso.example&type=elevation&search=laptop-");
        BROWSER.back();
        PAGE.untilShown();
        assertThat(PAGE.total()).isEqualTo(1010);
        assertThat(BROWSER.find("#helper").getDomProperty("value")).isEmpty();
    }

    @Test
    void sortsByTheHeader() {
        PAGE.signIn(SessionsPage.ALL);
        BROWSER.click("button[data-sort=DateDifference]");
        PAGE.untilShown();
        assertThat(BROWSER.texts("th[aria-sort=ascending]")).containsExactly("Duration ▲");
        // Sessions without an end come first.
        assertThat(BROWSER.texts(FIRST_CELLS).get(1)).isEmpty();

        BROWSER.click("button[data-sort=DateDifference]");
        PAGE.untilShown();
        assertThat(BROWSER.texts("th[aria-sort=descending]")).containsExactly("Duration ▼");
        int longest = IntStream.range(0, Sessions.STARTED)
                .map(Sessions::seconds)
                .max()
                .orElseThrow();
        assertThat(BROWSER.texts(FIRST_CELLS).get(1))
                .isEqualTo("%d:%02d:%02d".formatted(longest / 3600, longest / 60 % 60, longest % 60));
    }

    @Test
    void turnsPages() {
        PAGE.signIn(SessionsPage.ALL + "&page=20");
        assertThat(BROWSER.texts("#rows")).containsExactly("951 to 1000 of 1010");
        assertThat(BROWSER.texts(SessionsPage.ROWS)).hasSize(50);

        BROWSER.click("#next");
        PAGE.untilShown();
        assertThat(BROWSER.texts("#rows")).containsExactly("1001 to 1010 of 1010");
        assertThat(BROWSER.texts(SessionsPage.ROWS)).hasSize(10);
        assertThat(BROWSER.find("#next").isEnabled()).isFalse();

        BROWSER.click("#previous");
        PAGE.untilShown();
        assertThat(BROWSER.texts("#rows")).containsExactly("951 to 1000 of 1010");
    }

    @Test
    void opensOneSession() {
        PAGE.signIn(SessionsPage.ALL + "&sort=Sessionstart+asc&search=hyperlink");
        BROWSER.click(SessionsPage.ROWS + " a");
        BROWSER.until(browser -> !browser.texts("dialog dt").isEmpty());

        assertThat(BROWSER.address().getFragment()).endsWith("&session=" + Sessions.id(0));
        assertThat(columns())
                .containsEntry("SessionId", Sessions.id(0))
                .containsEntry("HelperFirstName", "=HYPERLINK(\"x\")")
                .containsEntry("Sessionstart", "2026-11-02T08:00:00Z")
                .containsKeys("Reported", "ReportingAppId");
        PAGE.untilShown();
        assertThat(BROWSER.texts("#history"))
                .as("of a session without amendments")
                .isEmpty();

        BROWSER.click("#close");
        PAGE.untilShown();
        assertThat(BROWSER.texts("dialog")).isEmpty();
        assertThat(BROWSER.address().getFragment()).doesNotContain("session=");
    }

    @Test
    void showsWhatEachReportOfASessionChanged() {
        PAGE.signIn(SessionsPage.ALL + "&session=" + Sessions.id(Sessions.AMENDED));

        assertThat(BROWSER.texts("#history caption")).containsExactly("3 reports, the newest first");
        assertThat(BROWSER.texts("#history thead th")).containsExactly("Reported (UTC)", "Changes");
        assertThat(BROWSER.texts("#history tbody td"))
                .containsExactly("HelperFirstName: Ada → Helper", """
                        HelperFirstName: Helper → Ada
                        SharerEmail: (none) → sharer2@contoso.example
                        SessionType: viewOnly → fullControl""", "Earliest report that is kept");
        assertThat(BROWSER.texts("#history tbody p"))
                .containsExactly("by user via app", "by user via app", "by daemon");
        assertThat(BROWSER.texts("#history time"))
                .hasSize(3)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .first()
                .isEqualTo(columns().get("Reported").substring(0, 19).replace('T', ' '));
    }

    @Test
    void showsTheNewestOfManyReports() {
        PAGE.signIn(SessionsPage.ALL + "&session=" + Sessions.id(Sessions.OFTEN_AMENDED));

        assertThat(BROWSER.texts("#history caption")).containsExactly("The newest 49 of 60 reports");
        assertThat(BROWSER.texts("#history tbody td"))
                .hasSize(49)
                .startsWith(
                        "SharerDeviceOS: Windows 11.59 → Windows 11", "SharerDeviceOS: Windows 11.58 → Windows 11.59")
                .endsWith("SharerDeviceOS: Windows 11.11 → Windows 11.12");
    }

    @Test
    void showsTheNewestReportIfTwoAreTooLarge() {
        BROWSER.mayComplain("400");
        PAGE.signIn(SessionsPage.ALL + "&session=" + Sessions.id(Sessions.LARGE));

        assertThat(BROWSER.texts("#history caption")).containsExactly("The newest 1 of 3 reports");
        assertThat(BROWSER.texts("#history tbody td")).containsExactly("The reports are too large to be compared here");
        assertThat(BROWSER.texts("#history-problem")).isEmpty();
    }

    private static Map<String, String> columns() {
        List<String> names = BROWSER.texts("dialog dt");
        List<String> values = BROWSER.texts("dialog dd");
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, values::get));
    }
}
