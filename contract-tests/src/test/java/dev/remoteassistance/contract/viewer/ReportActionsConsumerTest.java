package dev.remoteassistance.contract.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTest;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.state.ProviderStates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A viewer that asks each action that reports sessions in every way that the document knows. */
@PactConsumerTest
@PactTestFor(providerName = ProviderStates.PROVIDER, pactVersion = PactSpecVersion.V4)
class ReportActionsConsumerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String LONGEST = "x".repeat(256);

    private static final List<ReportQuestion> QUESTIONS = Stream.of(ReportAction.values())
            .flatMap(action -> answered(action).stream())
            .toList();

    @Pact(consumer = "session-viewer")
    V4Pact questions(PactDslWithProvider builder) {
        return ReportQuestion.pact(builder, QUESTIONS);
    }

    @Test
    @PactTestFor(pactMethod = "questions")
    void eachIsAnswered(MockServer server) throws Exception {
        for (ReportQuestion question : QUESTIONS) {
            assertThat(question.ask(server).body()).as(question.name()).isNotEmpty();
        }
    }

    private static List<ReportQuestion> answered(ReportAction action) {
        return List.of(
                ReportQuestion.of(action + " of all", action, action.question().toString(), action.answerOfAll()),
                ReportQuestion.named(
                        action + ", all parameters null", action, nulls(action), "~", action.answerOfAll()),
                ReportQuestion.named(
                        action + " with the longest values",
                        action,
                        longest(action),
                        "!".repeat(127) + "a",
                        action.answerOfOne(LONGEST)),
                ReportQuestion.inBase64(
                        action + " in Base64",
                        action,
                        action.question().put("skip", 0).toString(),
                        action.answerOfAll()));
    }

    private static String nulls(ReportAction action) {
        ObjectNode body = action.question();
        action.optional().forEach(body::putNull);
        return body.toString();
    }

    private static String longest(ReportAction action) {
        return switch (action) {
            case SESSIONS -> longestQuery();
            case HISTORY -> longestHistoryQuery();
            default -> longestMonitorQuery();
        };
    }

    /** Groups by all columns, and sorts by as many as may be. */
    private static String longestQuery() {
        ObjectNode body = longest();
        List<String> columns = allColumns();
        columns.forEach(body.putArray("select")::add);
        columns.forEach(body.putArray("groupBy")::add);
        ArrayNode keys = body.putArray("orderBy").add("SessionId" + " ".repeat(83) + "desc");
        columns.subList(0, 9).forEach(keys::add);
        return body.toString();
    }

    /** Selects all columns of all reports of the session with the longest id. */
    private static String longestHistoryQuery() {
        ObjectNode body = JSON.createObjectNode()
                .put("id", ReportedHistory.LONGEST_ID)
                .put("skip", 0)
                .put("top", 1000)
                .put("sessionId", LONGEST);
        allColumns().forEach(body.putArray("select")::add);
        return body.toString();
    }

    private static List<String> allColumns() {
        return ReportedSessions.ALL_COLUMNS
                .lines()
                .map(line -> line.split(" ")[0])
                .toList();
    }

    /** Most of the parameters have no effect on a monitor, whatever they say. */
    private static String longestMonitorQuery() {
        ObjectNode body = longest();
        fill(body.putArray("select"), 64, 64);
        fill(body.putArray("groupBy"), 64, 64);
        fill(body.putArray("orderBy"), 10, 96);
        return body.toString();
    }

    private static ObjectNode longest() {
        String filter = "HelperEmail eq 'ada@contoso.example' or HelperEmail eq '%s'";
        return JSON.createObjectNode()
                .put("name", LONGEST)
                .put("search", ReportedSessions.LONGEST_NAME.toUpperCase(Locale.ROOT))
                .put("skip", 0)
                .put("top", 1000)
                .put("sessionId", LONGEST)
                .put("filter", filter.formatted("y".repeat(4096 - filter.length() + 2)));
    }

    private static void fill(ArrayNode array, int items, int length) {
        for (int i = 0; i < items; i++) {
            array.add("z".repeat(length));
        }
    }
}
