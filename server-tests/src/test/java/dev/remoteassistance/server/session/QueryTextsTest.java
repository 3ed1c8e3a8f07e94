package dev.remoteassistance.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.remoteassistance.server.session.SessionFilter.All;
import dev.remoteassistance.server.session.SessionFilter.Any;
import dev.remoteassistance.server.session.SessionFilter.Comparison;
import dev.remoteassistance.server.session.SessionFilter.Not;
import dev.remoteassistance.server.session.SessionFilter.Operator;
import dev.remoteassistance.server.session.SessionQuery.SortKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextsTest {

    @Test
    void asksForTheFirstFiftyOfAllColumnsIfNothingIsSaid() {
        assertThat(new QueryTexts(null, null, null, null, null, null, null).read("TENANT"))
                .isEqualTo(new SessionQuery(
                        "tenant",
                        SessionColumn.ofSession(),
                        "",
                        false,
                        List.of(),
                        Optional.empty(),
                        0,
                        50,
                        Optional.empty()));
        assertThat(new QueryTexts(List.of(), "", List.of(), List.of(), 0, 50, " ").read("tenant"))
                .isEqualTo(new QueryTexts(null, null, null, null, null, null, null).read("tenant"));
    }

    @Test
    void readsEachPart() {
        List<String> columns = List.of("HelperEmail", "Date");
        assertThat(new QueryTexts(
                                columns,
                                "x",
                                columns,
                                List.of("Date", "HelperEmail  desc", "Count asc"),
                                3,
                                1_000,
                                null)
                        .read("tenant"))
                .isEqualTo(new SessionQuery(
                        "tenant",
                        List.of(SessionColumn.HELPER_EMAIL, SessionColumn.DATE),
                        "x",
                        true,
                        List.of(
                                new SortKey(SessionColumn.DATE, false),
                                new SortKey(SessionColumn.HELPER_EMAIL, true),
                                new SortKey(SessionColumn.COUNT, false)),
                        Optional.empty(),
                        3,
                        1_000,
                        Optional.empty()));
    }

    @Test
    void bindsNotCloserThanAndAndAndCloserThanOr() {
        Comparison first = new Comparison(SessionColumn.HELPER_EMAIL, Operator.EQ, "O'Hara");
        Comparison second = new Comparison(SessionColumn.DATE_DIFFERENCE, Operator.LE, -5L);
        Comparison third = new Comparison(SessionColumn.SESSION_END, Operator.NE, null);
        assertThat(filter("HelperEmail eq 'O''Hara' or not DateDifference le -5 and Sessionend ne null"))
                .isEqualTo(new Any(List.of(first, new All(List.of(new Not(second), third)))));
        assertThat(filter("(HelperEmail eq 'O''Hara' or not (DateDifference le -5)) and (Sessionend ne null)"))
                .isEqualTo(new All(List.of(new Any(List.of(first, new Not(second))), third)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 2026-11-24T00:00:00.000000000Z",
        "'''2026-11-24''', 2026-11-24T00:00:00.000000000Z",
        "2026-11-24T01:02:03.123456789+01:00, 2026-11-24T00:02:03.123456789Z",
        "'''2026-11-24T08:00Z''', 2026-11-24T08:00:00.000000000Z",
        "0000-01-01T00:00:00+18:00, 0000-01-01T00:00:00.000000000Z",
        "9999-12-31T23:59:59-18:00, 9999-12-31T23:59:59.999999999Z"
    })
    void readsDatesAndDateTimes(String literal, String stored) {
        assertThat(filter("Sessionstart ge " + literal))
                .isEqualTo(new Comparison(SessionColumn.SESSION_START, Operator.GE, stored));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HelperEmail | at character 12: expected 'eq', 'ne', 'gt', 'ge', 'lt', 'le'",
                "HelperEmail eq | at character 15: expected 'null', a text in quotes, a date-time, a number",
                "HelperEmail eq 'x' or | at character 22: expected 'not', '(', a column",
                "(HelperEmail eq 'x' | at character 20: expected ')'",
                "HelperEmail eq 'x') | at character 19: expected the end",
                "HelperEmail eq 'x | at character 16: this begins nothing that a filter has",
                "HelperEmail = 'x' | at character 13: this begins nothing that a filter has",
                "Helper eq 'x' | at character 1: there is no column of this name",
                "helperEmail eq 'x' | at character 1: there is no column of this name",
                "Count eq 1 | at character 1: Count is counted after the filter",
                "HelperEmail eq 5 | at character 16: HelperEmail is compared with text in quotes, such as"
                        + " 'Contoso'",
                "DateDifference eq '5' | at character 19: DateDifference is compared with a whole number",
                "DateDifference eq 5.0 | at character 19: DateDifference is compared with a whole number",
                "DateDifference eq 9223372036854775808 | at character 19: DateDifference is compared with a whole"
                        + " number",
            })
    void saysWhereAFilterCannotBeRead(String text, String message) {
        QueryException fault = fault(null, null, null, null, null, text);
        assertThat(fault.target()).isEqualTo("filter");
        assertThat(fault).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "2026-11-24T25:00:00Z", "'''yesterday'''", "7", "2026-11-24T08:00:00"})
    void refusesWhatIsNoTime(String literal) {
        assertThat(fault(null, null, null, null, null, "Sessionend lt " + literal))
                .hasMessage("at character 15: Sessionend is compared with a date or a date-time with its offset,"
                        + " such as 2026-11-24 (UTC) or 2026-11-24T08:00:00Z");
    }

    /** Positions count code points: an emoji is one character, not two. */
    @Test
    void countsCharactersAsAPersonDoes() {
        assertThat(fault(null, null, null, null, null, "HelperEmail eq '😀' x"))
                .hasMessage("at character 20: expected the end");
    }

    @Test
    void boundsTheFilter() {
        String one = "Date ge 2026-11-24";
        assertThat(filter("(".repeat(32) + one + ")".repeat(32))).isInstanceOf(Comparison.class);
        assertThat(fault(null, null, null, null, null, "(".repeat(33) + one + ")".repeat(33)))
                .hasMessage("at character 33: a filter has at most 32 brackets and nots in each other");
        assertThat(fault(null, null, null, null, null, "not ".repeat(1_000) + one))
                .hasMessage("at character 129: a filter has at most 32 brackets and nots in each other");
        String hundred = String.join(" or ", Collections.nCopies(100, one));
        assertThat(((Any) filter(hundred)).conditions()).hasSize(100);
        assertThat(fault(null, null, null, null, null, hundred + " or " + one))
                .hasMessage("at character 2201: a filter has at most 100 comparisons");
        assertThat(fault(null, null, null, null, null, "x".repeat(4_097)))
                .hasMessage("must have at most 4096 characters");
    }

    @Test
    void saysWhichOtherPartBreaksARule() {
        List<String> email = List.of("HelperEmail");
        assertFault("select/1", "must be a column, written as the schema writes it", List.of("Date", "date"), null);
        assertFault("select", "must name columns, each of them once", List.of("Date", "Date"), null);
        assertFault("select", "cannot name Count, which ends each row of a query with groupBy", List.of("Count"), null);
        assertFault("groupBy", "must be equal to select", List.of("Date"), email);
        assertFault("groupBy", "must be equal to select", null, email);
        assertThat(fault(null, "x".repeat(257), null, null, null, null)).hasMessage("must have at most 256 characters");
        assertThat(fault(null, null, null, -1, null, null).target()).isEqualTo("skip");
        assertThat(fault(null, null, null, null, 1_001, null)).hasMessage("must be between 0 and 1000");
        assertThat(fault(null, null, List.of("Date", "Date desc"), null, null, null)
                        .target())
                .isEqualTo("orderBy/1");
        assertThat(fault(null, null, List.of("Date down"), null, null, null))
                .hasMessage("must be a column, alone or with asc or desc");
        assertThat(fault(null, null, List.of("Count"), null, null, null))
                .hasMessage("can name Count only with groupBy");
        assertThat(fault(null, null, Collections.nCopies(11, "Date"), null, null, null))
                .hasMessage("must have at most 10 entries");
    }

    private static void assertFault(String target, String message, List<String> select, List<String> groupBy) {
        QueryException fault = catchThrowableOfType(
                QueryException.class,
                () -> new QueryTexts(select, null, groupBy, null, null, null, null).read("tenant"));
        assertThat(fault).hasMessage(message);
        assertThat(fault.target()).isEqualTo(target);
    }

    private static QueryException fault(
            List<String> select, String search, List<String> orderBy, Integer skip, Integer top, String filter) {
        return catchThrowableOfType(
                QueryException.class,
                () -> new QueryTexts(select, search, null, orderBy, skip, top, filter).read("tenant"));
    }

    private static SessionFilter filter(String text) {
        return new QueryTexts(null, null, null, null, null, null, text)
                .read("tenant")
                .filter()
                .orElseThrow();
    }
}
