package dev.remoteassistance.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.client.session.SessionReport;
import dev.remoteassistance.client.session.SessionRow;
import dev.remoteassistance.model.ReportQuery;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** Tests which pages an iteration asks for, and when. */
class SessionPagingTest extends SessionTest {

    @Test
    void asksForAPageWhenItsFirstRowIsWanted() {
        answer(page(5, "a", "b"), page(5, "c", "d"), page(5, "e"));

        Iterator<SessionRow> rows = client().sessions(new ReportQuery().top(2).filter("Elevation eq 1"))
                .iterator();
        assertThat(questions()).isEmpty();

        assertThat(id(rows.next())).isEqualTo("a");
        assertThat(id(rows.next())).isEqualTo("b");
        assertThat(questions()).containsExactly(json("{\"top\":2,\"skip\":0,\"filter\":\"Elevation eq 1\"}"));

        assertThat(id(rows.next())).isEqualTo("c");
        assertThat(id(rows.next())).isEqualTo("d");
        assertThat(id(rows.next())).isEqualTo("e");
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
        assertThat(questions())
                .containsExactly(
                        json("{\"top\":2,\"skip\":0,\"filter\":\"Elevation eq 1\"}"),
                        json("{\"top\":2,\"skip\":2,\"filter\":\"Elevation eq 1\"}"),
                        json("{\"top\":2,\"skip\":4,\"filter\":\"Elevation eq 1\"}"));
    }

    @Test
    void beginsBehindTheRowsThatTheQuerySkips() {
        answer(page(4, "c"), page(4, "d"));

        assertThat(ids(client().sessions(new ReportQuery().skip(2)))).containsExactly("c", "d");
        assertThat(questions()).containsExactly(json("{\"skip\":2}"), json("{\"skip\":3}"));
    }

    @Test
    void goesOnAfterAPageThatTheServerMadeShorter() {
        answer(page(3, "a"), page(3, "b", "c"));

        assertThat(ids(client().sessions(new ReportQuery().top(1000)))).containsExactly("a", "b", "c");
    }

    @Test
    void endsWhenFewerRowsAreLeftThanThereWere() {
        answer(page(3, "a", "b"), page(2));

        assertThat(ids(client().sessions(new ReportQuery().top(2)))).containsExactly("a", "b");
        assertThat(questions()).hasSize(2);
    }

    @Test
    void endsAtAnEmptyPageWhateverTheServerCounts() {
        answer(page(9));

        assertThat(ids(client().sessions(new ReportQuery()))).isEmpty();
        assertThat(questions()).hasSize(1);
    }

    @Test
    void findsWhatWasReportedMeanwhile() {
        answer(page(2, "a"), page(3, "b"), page(3, "c"));

        assertThat(ids(client().sessions(new ReportQuery().top(1)))).containsExactly("a", "b", "c");
    }

    @Test
    void asksForTheSamePageAgainAfterAFailure() {
        answer(page(2, "a"), aResponse().withStatus(500), page(2, "b"));
        Iterator<SessionRow> rows = client().sessions(new ReportQuery()).iterator();
        rows.next();

        assertThatThrownBy(rows::hasNext).isInstanceOf(ServerException.class);
        assertThat(id(rows.next())).isEqualTo("b");
        assertThat(questions()).containsExactly(json("{\"skip\":0}"), json("{\"skip\":1}"), json("{\"skip\":1}"));
    }

    @Test
    void eachIterationAsksAnew() {
        answer(page(1, "a"), page(1, "b"));
        SessionReport report = client().sessions(new ReportQuery());

        assertThat(ids(report)).containsExactly("a");
        assertThat(report).extracting(SessionPagingTest::id).containsExactly("b");
    }

    @Test
    void keepsAQueryThatItsCallerChanges() {
        answer(page(0));
        ReportQuery query = new ReportQuery().addOrderByItem("SessionId");
        SessionReport report = client().sessions(query);
        query.filter("Elevation eq 1").addOrderByItem("Date");

        report.page();
        assertThat(questions()).containsExactly(json("{\"orderBy\":[\"SessionId\"]}"));
    }

    private static List<String> ids(SessionReport report) {
        return report.stream().map(SessionPagingTest::id).toList();
    }

    private static String id(SessionRow row) {
        return row.text("SessionId").orElseThrow();
    }
}
