package dev.remoteassistance.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests the download of sessions in a browser. */
@Tag("ci")
class SessionsDownloadTest {

    @RegisterExtension
    static final SessionsPage PAGE = new SessionsPage();

    private static final Browser BROWSER = PAGE.browser();

    @Test
    void downloadsAllSessionsOnceAndWithoutFormulas() throws IOException {
        PAGE.signIn(SessionsPage.ALL);
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
}
