package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.CallerKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the page of sessions in a browser. */
class SessionsPageTest {

    private static final String ALL = "#from=";
    private static final String ROWS = "#sessions tbody tr";
    private static final String FIRST_CELLS = ROWS + ":first-child td";

    // The browser comes first, so that nothing is started where there is none.
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    @RegisterExtension
    static final RunningServer SERVER =
            new RunningServer(parts -> parts.pages(Pages.sessions(RunningServer.CONTRACT, Optional.empty())));

    @BeforeAll
    static void report() {
        Sessions.report(SERVER);
    }

    @Test
    void showsNothingBeforeTheSignIn() {
        BROWSER.open(page(ALL));

        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
        assertThat(BROWSER.texts(ROWS)).isEmpty();
    }

    @Test
    void forgetsTheTokenWhenItIsLoadedAnew() {
        signIn(ALL);
        BROWSER.open(page(ALL));

        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
        assertThat(BROWSER.run("return sessionStorage.length + localStorage.length + document.cookie.length"))
                .isEqualTo(0L);
    }

    @Test
    void beginsWithThirtyDays() {
        signIn("");

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
        signIn("#" + fragment);

        assertThat(total()).isEqualTo(sessions);
    }

    @Test
    void theFormSetsTheFilters() {
        signIn(ALL);
        BROWSER.type("#helper", "linus@contoso.example");
        BROWSER.type("#search", "laptop-");
        BROWSER.click("#type option[value=elevation]");
        BROWSER.click("#filters button[type=submit]");
        untilShown();

        assertThat(total()).isEqualTo(84);
        assertThat(BROWSER.address().getRawFragment())
                .isEqualTo("from=&helper=linus%40contoso.example&type=elevation&search=laptop-");
        BROWSER.back();
        untilShown();
        assertThat(total()).isEqualTo(1010);
        assertThat(BROWSER.find("#helper").getDomProperty("value")).isEmpty();
    }

    @Test
    void sortsByTheHeader() {
        signIn(ALL);
        BROWSER.click("button[data-sort=DateDifference]");
        untilShown();
        assertThat(BROWSER.texts("th[aria-sort=ascending]")).containsExactly("Duration ▲");
        // What has no end comes first.
        assertThat(BROWSER.texts(FIRST_CELLS).get(1)).isEmpty();

        BROWSER.click("button[data-sort=DateDifference]");
        untilShown();
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
        signIn(ALL + "&page=20");
        assertThat(BROWSER.texts("#rows")).containsExactly("951 to 1000 of 1010");
        assertThat(BROWSER.texts(ROWS)).hasSize(50);

        BROWSER.click("#next");
        untilShown();
        assertThat(BROWSER.texts("#rows")).containsExactly("1001 to 1010 of 1010");
        assertThat(BROWSER.texts(ROWS)).hasSize(10);
        assertThat(BROWSER.find("#next").isEnabled()).isFalse();

        BROWSER.click("#previous");
        untilShown();
        assertThat(BROWSER.texts("#rows")).containsExactly("951 to 1000 of 1010");
    }

    @Test
    void opensOneSession() {
        signIn(ALL + "&sort=Sessionstart+asc&search=hyperlink");
        BROWSER.click(ROWS + " a");
        BROWSER.until(browser -> !browser.texts("dialog dt").isEmpty());

        assertThat(BROWSER.address().getFragment()).endsWith("&session=" + Sessions.id(0));
        assertThat(columns())
                .containsEntry("SessionId", Sessions.id(0))
                .containsEntry("HelperFirstName", "=HYPERLINK(\"x\")")
                .containsEntry("Sessionstart", "2026-11-02T08:00:00Z")
                .containsKeys("Reported", "ReportingAppId");

        BROWSER.click("#close");
        untilShown();
        assertThat(BROWSER.texts("dialog")).isEmpty();
        assertThat(BROWSER.address().getFragment()).doesNotContain("session=");
    }

    private static Map<String, String> columns() {
        List<String> names = BROWSER.texts("dialog dt");
        List<String> values = BROWSER.texts("dialog dd");
        return IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, values::get));
    }

    @Test
    void downloadsAllSessionsOnceAndWithoutFormulas() throws IOException {
        signIn(ALL);
        BROWSER.click("#download");
        List<String> lines = BROWSER.downloaded().lines().toList();

        assertThat(lines.get(0))
                .isEqualTo("\ufeff"
                        + RemoteAssistanceSessionColumn.knownValues().stream()
                                .map(RemoteAssistanceSessionColumn::getValue)
                                .collect(Collectors.joining(",")));
        assertThat(lines.subList(1, lines.size()))
                .extracting(line -> line.split(",")[9])
                .isEqualTo(newestFirst());
        assertThat(lines)
                .filteredOn(line -> line.contains(Sessions.id(0)))
                .singleElement()
                .asString()
                .startsWith("fullControl,2026-11-02T00:00:00Z,60,,,ada@contoso.example,\"'=HYPERLINK(\"\"x\"\")\",,"
                        + "2026-11-02T08:01:00Z,session-0000,2026-11-02T08:00:00Z,");
    }

    /** The order of the download: by start, the newest first; by id where the start is the same; without a start last. */
    private static List<String> newestFirst() {
        Comparator<Integer> byStart = Comparator.comparing(Sessions::start, Comparator.reverseOrder());
        return Stream.concat(
                        IntStream.range(0, Sessions.STARTED).boxed().sorted(byStart),
                        IntStream.range(Sessions.STARTED, Sessions.COUNT).boxed())
                .map(Sessions::id)
                .toList();
    }

    @Test
    void plotsTheFigures() {
        signIn("#from=2026-11-02&until=2026-11-03");

        BROWSER.run("document.querySelectorAll('details').forEach((details) => (details.open = true))");
        assertThat(BROWSER.texts("figcaption"))
                .containsExactly("Sessions a day, by type", "Duration of sessions a day", "Busiest helpers");
        assertThat(BROWSER.texts("figure:nth-child(1) tr"))
                .containsExactly("viewOnly fullControl elevation", byType(2), byType(3));
        assertThat(BROWSER.texts("figure:nth-child(2) tr"))
                .containsExactly("Average Longest", durations(2), durations(3));
        assertThat(BROWSER.texts("figure:nth-child(3) tr"))
                .containsExactly("Sessions", helper("ada"), helper("grace"), helper("linus"));
        assertThat(BROWSER.texts("#figures-note")).isEmpty();
    }

    private static String byType(int day) {
        return List.of("viewOnly", "fullControl", "elevation").stream()
                .map(type -> Sessions.of(day)
                        .filter(i -> Sessions.type(i).equals(type))
                        .count())
                .map(String::valueOf)
                .collect(Collectors.joining(" ", "2026-11-0" + day + " ", ""));
    }

    private static String durations(int day) {
        double average = Sessions.of(day).map(Sessions::seconds).average().orElseThrow();
        int longest = Sessions.of(day).map(Sessions::seconds).max().orElseThrow();
        return "2026-11-0%d %s %s".formatted(day, minutes(Math.round(average)), minutes(longest));
    }

    private static String minutes(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private static String helper(String name) {
        long sessions = IntStream.concat(Sessions.of(2), Sessions.of(3))
                .filter(i -> Sessions.helper(i).equals(name + "@contoso.example"))
                .count();
        return name + "@contoso.example " + sessions;
    }

    @Test
    void aRefusedQuestionIsShownInTheServersWords() {
        BROWSER.mayComplain("400");
        signIn("#from=tomorrow");

        assertThat(BROWSER.texts("#problem")).singleElement().asString().startsWith("filter: ");
    }

    @Test
    void anExpiredTokenAsksForANewSignIn() {
        BROWSER.mayComplain("401");
        BROWSER.open(page(ALL));
        token(SERVER.expiredToken());
        BROWSER.until(browser -> !browser.texts("#problem").isEmpty());

        assertThat(BROWSER.texts("#problem")).singleElement().asString().contains("expired");
        assertThat(BROWSER.texts("h2")).containsExactly("Sign in");
    }

    @Test
    void anAddressShowsAnotherTenantNothing() {
        String id = Sessions.id(0);
        BROWSER.open(page(ALL + "&session=" + id));
        token(SERVER.token(CallerKind.USER, RunningServer.OTHER_TENANT, RunningServer.firstPermission()));
        BROWSER.until(browser -> !browser.texts("#session-missing").isEmpty());
        untilShown();

        assertThat(BROWSER.texts("dialog dt")).isEmpty();
        assertThat(total()).isZero();
        assertThat(BROWSER.texts("figcaption")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 1200", "dark, 1200", "light, 360", "dark, 360"})
    void hasNoBarriers(String scheme, int width) throws IOException {
        BROWSER.scheme(scheme);
        BROWSER.size(width, 900);
        BROWSER.open(page(ALL));
        assertThat(BROWSER.barriers()).isEmpty();

        signIn(ALL);
        assertThat(BROWSER.barriers()).isEmpty();
        assertThat(BROWSER.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels that have to be scrolled to")
                .isEqualTo(0L);

        BROWSER.click(ROWS + " a");
        BROWSER.until(browser -> !browser.texts("dialog dt").isEmpty());
        assertThat(BROWSER.barriers()).isEmpty();
    }

    /** Makes the picture of docs/page.md. */
    @Test
    void canBeSeen() throws IOException {
        BROWSER.size(1200, 1000);
        signIn("#from=2026-11-02&until=2026-11-20");

        BROWSER.screenshot(Path.of("target/sessions.png"));
    }

    private static int total() {
        String rows = BROWSER.texts("#rows").get(0);
        return Integer.parseInt(rows.replaceAll("^.* of |^.*; | in all$", ""));
    }

    private static URI page(String fragment) {
        return SERVER.uri("/sessions" + fragment);
    }

    private static void signIn(String fragment) {
        BROWSER.open(page(fragment));
        token(SERVER.token());
        untilShown();
    }

    private static void token(String token) {
        BROWSER.until(browser -> browser.find("#token").isDisplayed());
        BROWSER.type("#token", token);
        BROWSER.click("#sign-in button");
    }

    /** Waits until all parts of the page have their answer. */
    private static void untilShown() {
        BROWSER.until(browser -> "false".equals(browser.find("#signed-in").getDomAttribute("aria-busy")));
    }
}
