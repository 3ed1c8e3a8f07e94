package dev.remoteassistance.contract.viewer;

import static dev.remoteassistance.contract.viewer.ReportedSessions.json;
import static dev.remoteassistance.contract.viewer.ReportedSessions.report;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.remoteassistance.contract.state.ProviderStates;
import dev.remoteassistance.model.ReportQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A viewer that asks who helped whom: filters, searches, sorts, pages and counts. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class SessionViewerConsumerTest {

    private static final String CONSUMER = "session-viewer";
    private static final String IDS = "SessionId String";

    private static final List<ReportQuestion> QUESTIONS = List.of(
            answered("the sessions of a helper", """
                    {"select": ["SessionId", "Sessionstart", "Sessionend", "DateDifference", "SessionType", "Elevation",
                     "SharerEmail"], "filter": "HelperEmail eq 'ada@contoso.example'"}""", report(2, """
                            SessionId String
                            Sessionstart DateTime
                            Sessionend DateTime
                            DateDifference Int64
                            SessionType String
                            Elevation Int64
                            SharerEmail String""", """
                            [["s2", "2026-03-03T08:00:00.500Z", "2026-03-03T08:20:00.500Z", 1200, "elevation", 1,
                              "cleo@contoso.example"],
                             ["s1", "2026-03-02T08:00:00Z", "2026-03-02T08:45:01.900Z", 2701, "fullControl", 0,
                              "bob@contoso.example"]]""", "")),
            answered(
                    "the second page of the newest sessions",
                    "{'select': ['SessionId'], 'orderBy': ['Sessionstart desc'], 'skip': 1, 'top': 2}",
                    report(4, IDS, "[[\"s2\"], [\"s1\"]]", "")),
            answered(
                    "the last page of the oldest sessions",
                    "{'select': ['SessionId'], 'orderBy': ['Sessionstart asc'], 'skip': 3, 'top': 50}",
                    report(4, IDS, "[[\"s3\"]]", "")),
            answered(
                    "the oldest sessions",
                    "{'select': ['Sessionstart', 'SessionId'], 'orderBy': ['Sessionstart'], 'top': 2}",
                    report(
                            4,
                            "Sessionstart DateTime\nSessionId String",
                            "[[null, \"s4\"], [\"2026-03-02T08:00:00Z\", \"s1\"]]",
                            "")),
            answered(
                    "sessions by type, then oldest first",
                    "{'select': ['SessionId'], 'orderBy': ['SessionType', 'Sessionstart']}",
                    report(4, IDS, "[[\"s4\"], [\"s2\"], [\"s1\"], [\"s3\"]]", "")),
            answered(
                    "the sessions with a device",
                    "{'select': ['SessionId', 'SharerDeviceName'], 'search': 'LAPTOP-7'}",
                    report(1, "SessionId String\nSharerDeviceName String", "[[\"s1\", \"laptop-7\"]]", "")),
            answered(
                    "how many sessions of each type",
                    "{'select': ['SessionType'], 'groupBy': ['SessionType'], 'orderBy': ['Count desc', 'SessionType']}",
                    report(
                            3,
                            "SessionType String\nCount Int64",
                            "[[\"fullControl\", 2], [null, 1], [\"elevation\", 1]]",
                            "")),
            answered(
                    "short sessions and those without an end",
                    "{'select': ['SessionId'], 'filter': 'not (SessionType eq null) and (DateDifference lt 2000"
                            + " or Sessionend eq null)'}",
                    report(2, IDS, "[[\"s2\"], [\"s3\"]]", "")),
            answered(
                    "the sessions of two days",
                    "{'select': ['SessionId'], 'filter':"
                            + " 'Sessionstart ge 2026-03-03 and Sessionstart lt 2026-03-05T00:00:00Z'}",
                    report(1, IDS, "[[\"s2\"]]", "")),
            answered(
                    "the sessions of a name with a quote",
                    "{'select': ['SessionId', 'HelperFirstName'], 'filter': \"HelperLastName eq 'O''Hara'\"}",
                    report(1, "SessionId String\nHelperFirstName String", "[[\"s3\", \"Émile\"]]", "")),
            answered(
                    "how many sessions there are",
                    "{'select': ['SessionId'], 'top': 0, 'sessionId': 'view-1'}",
                    report(4, IDS, "[]", "view-1")),
            ReportQuestion.inBase64(
                    "a name in Base64",
                    ReportAction.SESSIONS,
                    json("{'select': ['HelperFirstName'], 'filter': \"HelperFirstName eq 'Émile'\"}"),
                    report(1, "HelperFirstName String", "[[\"Émile\"]]", "")),
            refused("a filter that ends too early", "filter", "{'filter': 'HelperEmail eq'}"),
            refused("a filter by an unknown column", "filter", "{'filter': 'Helper eq null'}"),
            refused("a number compared with a text", "filter", "{'filter': \"DateDifference gt '5'\"}"),
            refused("an order by an unknown column", "orderBy/1", "{'orderBy': ['SessionId', 'Helper desc']}"),
            refused("an order in an unknown direction", "orderBy/0", "{'orderBy': ['SessionId down']}"),
            refused("groups of other columns", "groupBy", "{'select': ['SessionId'], 'groupBy': ['HelperEmail']}"),
            refused("an unknown column", "select/0", "{'select': ['Helper']}"),
            refused("a negative skip", "skip", "{'skip': -1}"));

    @Pact(consumer = CONSUMER)
    V4Pact questions(PactDslWithProvider builder) {
        return ReportQuestion.pact(builder, QUESTIONS);
    }

    @Test
    @PactTestFor(pactMethod = "questions")
    void eachIsAnswered(MockServer server) throws Exception {
        GeneratedViewer.assertReads(
                server,
                QUESTIONS,
                ReportQuery.class,
                (client, query, headers) -> client.getRemoteAssistanceSessionsReport(query, null, headers));
    }

    private static ReportQuestion answered(String name, String body, String report) {
        return ReportQuestion.of(name, ReportAction.SESSIONS, json(body), report);
    }

    private static ReportQuestion refused(String name, String target, String body) {
        return ReportQuestion.refused(name, ReportAction.SESSIONS, target, json(body));
    }
}
