package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;

import dev.remoteassistance.server.http.ErrorCode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the error body of an invalid query. */
class RefusedQuestionTest extends SessionQuestionTest {

    /** The error body is JSON even if the caller does not accept JSON. */
    @Test
    void saysInJsonWhatIsWrong() {
        HttpRequest.Builder question =
                question(SESSIONS, "{\"filter\":\"HelperEmail is null\"}").header("Accept", "application/octet-stream");
        assertRefused(server.send(question), ErrorCode.MODEL_VALIDATION_FAILURE)
                .hasFaults("filter: filter at character 13: expected 'eq', 'ne', 'gt', 'ge', 'lt', 'le'.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'filter':'SessionId eq 5'} | filter | at character 14: SessionId is compared with text in quotes, such as"
                        + " 'Contoso'",
                "{'orderBy':['Date','Date desc']} | orderBy/1 | names a column for the second time",
                "{'orderBy':['Date down']} | orderBy/0 | must be a column, alone or with asc or desc",
                "{'orderBy':['Count']} | orderBy/0 | can name Count only with groupBy",
                "{'groupBy':['Date']} | groupBy | must be equal to select",
                "{'select':['Date','Date']} | select | must name columns, each of them once",
                "{'top':1001} | top | must be at most 1000",
                "{'skip':-1} | skip | must be at least 0",
                "{'orderBy':['Date','Date','Date','Date','Date','Date','Date','Date','Date','Date','Date']} | orderBy |"
                        + " must have at most 10 entries",
                "{'tenantId':'x'} | tenantId | is not declared in the contract",
                "{'top':'1'} | top | must be an integer",
            })
    void namesThePartThatIsAtFault(String body, String target, String rule) {
        assertFault(ask(SESSIONS, body.replace('\'', '"')), target, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {SESSIONS, ACTIVE, TOTAL, AVERAGE})
    void boundsTexts(String operation) {
        assertFault(
                ask(operation, "{\"search\":\"%s\"}".formatted("x".repeat(257))),
                "search",
                "must have at most 256 characters");
        assertFault(
                ask(operation, "{\"filter\":\"%s\"}".formatted("x".repeat(4_097))),
                "filter",
                "must have at most 4096 characters");
        assertFault(
                ask(operation, "{\"filter\":\"x eq 1\"}"), "filter", "at character 1: there is no column of this name");
        assertRefused(ask(operation, " ".repeat(64 << 10) + "{}"), ErrorCode.REQUEST_ENTITY_TOO_LARGE);
    }

    private static void assertFault(HttpResponse<String> answer, String target, String rule) {
        assertRefused(answer, ErrorCode.MODEL_VALIDATION_FAILURE).hasFaults("%1$s: %1$s %2$s.".formatted(target, rule));
    }
}
