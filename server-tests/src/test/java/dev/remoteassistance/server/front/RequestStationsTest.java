package dev.remoteassistance.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests that the page about the way of a report agrees with the code. */
class RequestStationsTest {

    private static final int MAX_STATIONS = 14;

    /** Surefire runs in the folder of the module. */
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

    private static final Path PAGE = PROJECT.resolve("docs/way-of-a-report.md");

    /** A row of the table of stations: number, class, reason. */
    private static final Pattern STATION = Pattern.compile("^\\| (\\d+) \\| `(\\w+)` \\|", Pattern.MULTILINE);

    /** A row of the table of files: path, number of lines. */
    private static final Pattern FILE =
            Pattern.compile("^\\| \\[`[^`]+`]\\(\\.\\./([^)]+)\\) \\| (\\d+) \\|", Pattern.MULTILINE);

    @RegisterExtension
    final RunningServer server = new RunningServer(new Throttle(ThrottleLimits.GRAPH));

    @Test
    void thePageNamesTheStationsInTheirOrder() throws IOException {
        List<String> names = STATION.matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        List<Class<?>> stations = server.stations();
        assertThat(stations).hasSizeLessThanOrEqualTo(MAX_STATIONS);
        assertThat(names).hasSameSizeAs(stations);
        for (int i = 0; i < names.size(); i++) {
            assertThat(names.get(i)).isEqualTo("%d %s", i + 1, stations.get(i).getSimpleName());
        }
    }

    @Test
    void thePageNamesTheFilesWithTheirLines() throws IOException {
        Matcher rows = FILE.matcher(Files.readString(PAGE));
        int files = 0;
        while (rows.find()) {
            Path file = PROJECT.resolve(rows.group(1));
            assertThat(Files.readAllLines(file)).as(rows.group(1)).hasSize(Integer.parseInt(rows.group(2)));
            files++;
        }
        assertThat(files).isBetween(8, 12);
    }
}
