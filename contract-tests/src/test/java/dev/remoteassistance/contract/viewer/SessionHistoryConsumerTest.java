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
import dev.remoteassistance.model.HistoryQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A viewer that asks what the reports of one session have said, one after another. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class SessionHistoryConsumerTest {

    private static final String TYPES = "SessionType String";

    private static final List<ReportQuestion> QUESTIONS = List.of(
            answered("the history of a session", """
                    {"id": "s1", "select": ["SessionId", "Date", "Sessionstart", "Sessionend", "DateDifference",
                     "SessionType", "Attribute", "Elevation", "HelperEmail", "SharerEmail"]}""", report(3, """
                            SessionId String
                            Date DateTime
                            Sessionstart DateTime
                            Sessionend DateTime
                            DateDifference Int64
                            SessionType String
                            Attribute String
                            Elevation Int64
                            HelperEmail String
                            SharerEmail String""", """
                            [["s1", "2026-03-01T00:00:00Z", "2026-03-01T23:30:00Z", "2026-03-02T07:30:00.500Z", 28800,
                              "elevation", "elevation", 1, "ada@contoso.example", null],
                             ["s1", "2026-03-02T00:00:00Z", "2026-03-02T07:00:00Z", "2026-03-02T07:30:00.500Z", 1800,
                              "viewOnly", "viewOnly", 0, "ada@contoso.example", "bob@contoso.example"],
                             ["s1", "2026-03-02T00:00:00Z", "2026-03-02T07:00:00Z", null, null,
                              "viewOnly", "viewOnly", 0, "ada@contoso.example", null]]""", "")),
            answered(
                    "the report before the current one",
                    "{'id': 's1', 'select': ['SharerEmail'], 'skip': 1, 'top': 1, 'sessionId': 'view-2'}",
                    report(3, "SharerEmail String", "[[\"bob@contoso.example\"]]", "view-2")),
            answered(
                    "how many reports a session has",
                    "{'id': 's1', 'select': ['SessionType'], 'top': 0}",
                    report(3, TYPES, "[]", "")),
            answered(
                    "the history of a session that nobody amended",
                    "{'id': 'S1', 'select': ['SessionType']}",
                    report(1, TYPES, "[[\"unattended\"]]", "")),
            answered(
                    "the history of a session that nobody reported",
                    "{'id': 's', 'select': ['SessionType']}",
                    report(0, TYPES, "[]", "")),
            ReportQuestion.inBase64(
                    "the types of a session in Base64",
                    ReportAction.HISTORY,
                    json("{'id': 's1', 'select': ['SessionType']}"),
                    report(3, TYPES, "[[\"elevation\"], [\"viewOnly\"], [\"viewOnly\"]]", "")),
            refused("a history of no session", "id", "{}"),
            refused("a history without an id", "id", "{'id': null}"),
            refused("a history of an empty id", "id", "{'id': ''}"),
            refused("a history of too long an id", "id", "{'id': '%s'}".formatted(ReportedHistory.LONGEST_ID + "i")),
            refused("a history of an unknown column", "select/0", "{'id': 's1', 'select': ['Helper']}"),
            refused("a history with a column twice", "select", "{'id': 's1', 'select': ['Date', 'Date']}"),
            refused("a history with a filter", "filter", "{'id': 's1', 'filter': 'Date eq null'}"),
            refused("a history with a negative skip", "skip", "{'id': 's1', 'skip': -1}"));

    @Pact(consumer = "session-viewer")
    V4Pact questions(PactDslWithProvider builder) {
        return ReportQuestion.pact(builder, QUESTIONS);
    }

    @Test
    @PactTestFor(pactMethod = "questions")
    void eachIsAnswered(MockServer server) throws Exception {
        GeneratedViewer.assertReads(
                server,
                QUESTIONS,
                HistoryQuery.class,
                (client, query, headers) -> client.getRemoteAssistanceSessionHistoryReport(query, null, headers));
    }

    private static ReportQuestion answered(String name, String body, String report) {
        return ReportQuestion.of(name, ReportAction.HISTORY, json(body), report);
    }

    private static ReportQuestion refused(String name, String target, String body) {
        return ReportQuestion.refused(name, ReportAction.HISTORY, target, json(body));
    }
}
