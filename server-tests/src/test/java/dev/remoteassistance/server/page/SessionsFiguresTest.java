package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the plots of the page of sessions, by the tables beside them. */
@Tag("ci")
class SessionsFiguresTest {

    @RegisterExtension
    static final SessionsPage PAGE = new SessionsPage();

    private static final Browser BROWSER = PAGE.browser();

    @Test
    void plotsTheFigures() {
        PAGE.signIn("#from=2026-11-02&until=2026-11-03");

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
}
