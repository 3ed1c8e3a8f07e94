package dev.remoteassistance.server.session.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageWriterTest {

    private final StringWriter out = new StringWriter();

    @Test
    void csvHasItsHeaderOnce() throws IOException {
        PageWriter csv = new CsvWriter(out);
        csv.write(page(row("Ada", -5L)));
        csv.write(page(row(null, null)));
        assertThat(out).hasToString("HelperFirstName,DateDifference\r\nAda,-5\r\n,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain",
                "a,b|\"a,b\"",
                "say \"no\"|\"say \"\"no\"\"\"",
                "`a\nb`|`\"a\nb\"`",
                "`a\rb`|`\"a\rb\"`",
                "=1+1|'=1+1",
                "+1|'+1",
                "-1|'-1",
                "@SUM(A1)|'@SUM(A1)",
                "`\tx`|`'\tx`",
                "`\rx`|`\"'\rx\"`",
                "`\nx`|`\"'\nx\"`",
                "=HYPERLINK(\"x\",\"y\")|\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"",
                "a=b|a=b",
                "'|'",
            })
    void csvQuotesByTheStandardAndDefusesFormulas(String value, String cell) throws IOException {
        new CsvWriter(out).write(page(row(value, 1L)));
        assertThat(out).hasToString("HelperFirstName,DateDifference\r\n" + cell + ",1\r\n");
    }

    @Test
    void jsonHasAnObjectOnEachLine() throws IOException {
        new JsonLinesWriter(out).write(page(row("a\"\n😀", 3L), row(null, null)));
        assertThat(out)
                .hasToString("{\"HelperFirstName\":\"a\\\"\\n😀\",\"DateDifference\":3}\n"
                        + "{\"HelperFirstName\":null,\"DateDifference\":null}\n");
    }

    @Test
    void tableIsAsWideAsItsValues() throws IOException {
        PageWriter table = new TableWriter(out, 80);
        table.write(page(row("Ada", 5L), row(null, 7L)));
        table.write(page(row("A much longer name", 1L)));
        assertThat(out).hasToString("""
            HelperFirstName  DateDifference
            Ada              5
                             7
            A much longer …  1
            """);
    }

    @Test
    void tableFitsTheTerminal() throws IOException {
        new TableWriter(out, 26).write(page(row("A name of great length", 5L)));
        new TableWriter(out, 10).write(page(row("A name of great length", 5L)));
        assertThat(out).hasToString("""
            HelperFir…  DateDifference
            A name of…  5
            Hel…  Dat…
            A n…  5
            """);
    }

    /** A name must not colour the screen, or ring its bell. */
    @Test
    void tableSendsNothingThatSteersATerminal() throws IOException {
        new TableWriter(out, 80).write(page(row("\u001B[31mred\u0007\u202E\n", 5L)));
        assertThat(out).hasToString("HelperFirstName  DateDifference\n\uFFFD[31mred\uFFFD\uFFFD\uFFFD      5\n");
    }

    private static List<?> row(Object... values) {
        return Arrays.asList(values);
    }

    private static SessionPage page(List<?>... rows) {
        return new SessionPage(
                List.of(SessionColumn.HELPER_FIRST_NAME, SessionColumn.DATE_DIFFERENCE),
                Arrays.stream(rows).<List<Object>>map(ArrayList::new).toList(),
                OptionalLong.empty(),
                Optional.empty());
    }
}
