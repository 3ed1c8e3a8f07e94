package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;
import static dev.remoteassistance.server.http.ErrorCode.BAD_REQUEST;
import static dev.remoteassistance.server.http.ErrorCode.MODEL_VALIDATION_FAILURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
import dev.remoteassistance.server.RefusalTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests bad bodies: the status, the named fault, and that nothing is stored. */
class RefusedReportTest extends RefusalTest {

    private static final String SESSION_TYPES = mustBeOneOf(RemoteAssistanceSessionType.knownValues());
    private static final String LIMITS =
            "The body exceeds a limit: at most 64 levels of nesting, 1000 digits a number and "
                    + "50000 characters a name.";
    private static final String STATES = mustBeOneOf(EnrollmentState.knownValues());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~ | The body is empty; a JSON object is required.",
                "null | The body is not a JSON object.",
                "[] | The body is not a JSON object.",
                "\"text\" | The body is not a JSON object.",
                "1 | The body is not a JSON object.",
                "nonsense | The body is not valid JSON (line 1, column 1).",
                "{\"reportingPayload\":{\"id\":\"a\" | The body is not valid JSON (line 1, column 30).",
                "{\"reportingPayload\":{\"id\":\"a\",}} | The body is not valid JSON (line 1, column 31).",
                "{\"reportingPayload\":{'id':\"a\"}} | The body is not valid JSON (line 1, column 22).",
                "{\"reportingPayload\":{\"id\":\"a\"}} x | The body is not valid JSON (line 1, column 33).",
                "{\"reportingPayload\":{\"id\":\"a\"}}{} | The body goes on after the end of its JSON object.",
                "{\"reportingPayload\":{\"id\":\"a\",\"id\":\"b\"}} | The body has a property that occurs twice in its"
                        + " object (line 1, column 35).",
                "{\"reportingPayload\":{\"id\":\"a\",\"x\":{\"y\":1,\"y\":1}}} | The body has a property that occurs"
                        + " twice in its object (line 1, column 45).",
                "{\"reportingPayload\":{\"id\":\"a\",\"x\":NaN}} | The body is not valid JSON (line 1, column 38).",
            })
    void whatIsNoJsonObject(String body, String message) {
        assertRefused(server.post(body), BAD_REQUEST).hasMessage(message).hasFaults();
    }

    @Test
    void whatIsNotUtf8() {
        byte[] latin1 = "{\"reportingPayload\":{\"id\":\"\u00e4\"}}".getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(server.post(latin1), BAD_REQUEST).hasMessage("The body is not valid JSON (line 1, column 30).");
    }

    @Test
    void whatIsNestedTooDeep() {
        assertRefused(server.post(payload("\"id\":\"a\",\"x\":" + "[".repeat(100) + "]".repeat(100))), BAD_REQUEST)
                .hasMessage(LIMITS);
    }

    @Test
    void numbersThatAreTooLong() {
        assertRefused(server.post(payload("\"id\":\"a\",\"x\":" + "9".repeat(1001))), BAD_REQUEST)
                .hasMessage(LIMITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reportingPayload\":null}"})
    void aMissingPayload(String body) {
        assertRefused(server.post(body), MODEL_VALIDATION_FAILURE)
                .hasMessage("reportingPayload is required and must not be null.")
                .hasFaults("reportingPayload: reportingPayload is required and must not be null.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"text\"", "\"\"", "1", "true", "[]", "[{\"id\":\"a\"}]"})
    void aPayloadThatIsNoObject(String value) {
        assertRefused(server.post("{\"reportingPayload\":" + value + "}"), MODEL_VALIDATION_FAILURE)
                .hasFaults("reportingPayload: reportingPayload must be an object.");
    }

    @Test
    void anUndeclaredParameterOfTheAction() {
        assertRefused(
                        server.post("{\"reportingPayload\":{\"id\":\"a\"},\"extra\":{\"x\":[1]}}"),
                        MODEL_VALIDATION_FAILURE)
                .hasFaults("extra: extra is not declared in the contract.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"helperOs\":\"a\" | id | is required and must not be null.",
                "\"id\":null | id | is required and must not be null.",
                "\"id\":\"\" | id | must have 1 to 256 characters.",
                "\"id\":1 | id | must be a string.",
                "\"id\":{\"a\":{}} | id | must be a string.",
                "\"id\":\"a\",\"helperOs\":[\"a\"] | helperOs | must be a string.",
                "\"id\":\"a\",\"helperOs\":true | helperOs | must be a string.",
                "\"id\":\"a\",\"startDateTime\":1483228800 | startDateTime | must be a string.",
                "\"id\":\"a\",\"x\":1e99999999999 | x | must be a number whose exponent has 32 bits.",
                "\"id\":\"a\",\"@odata.type\":\"#microsoft.graph.user\" | @odata.type "
                        + "| must match ^#?microsoft\\.graph\\.remoteAssistanceReporting$.",
            })
    void aPropertyThatBreaksItsRule(String members, String property, String rule) {
        assertRefused(server.post(payload(members)), MODEL_VALIDATION_FAILURE)
                .hasMessage("reportingPayload/" + property + " " + rule)
                .hasFaults("reportingPayload/%s: reportingPayload/%s %s".formatted(property, property, rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2017-01-01T00:00:00", "2017-01-01", "2017-01-01T00Z", "yesterday", "", "2017-02-29T00:00:00Z"})
    void aDateTimeInAnotherForm(String value) {
        assertRefused(server.post(payload("\"id\":\"a\",\"endDateTime\":\"" + value + "\"")), MODEL_VALIDATION_FAILURE)
                .hasFaults("reportingPayload/endDateTime: reportingPayload/endDateTime must be a date-time with an "
                        + "offset, such as 2016-12-31T23:58:46.7156189-08:00.");
    }

    @Test
    void aDateTimeOfTenDigits() {
        assertRefused(
                        server.post(
                                payload("\"id\":\"a\",\"sessionCreateDateTime\":\"2017-01-01T00:00:00.1234567890Z\"")),
                        MODEL_VALIDATION_FAILURE)
                .hasFaults(
                        "reportingPayload/sessionCreateDateTime: reportingPayload/sessionCreateDateTime must have at "
                                + "most nine fraction digits.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Enrolled\"", "\"\"", "\"1\"", "1", "1.5", "true", "[]", "[1]", "{}", "{\"a\":{\"b\":1}}"})
    void anEnumValueThatTheContractDoesNotHave(String value) {
        assertRefused(
                        server.post(payload("\"sharerEnrollmentState\":" + value + ",\"id\":\"a\"")),
                        MODEL_VALIDATION_FAILURE)
                .hasFaults("reportingPayload/sharerEnrollmentState: reportingPayload/sharerEnrollmentState " + STATES);
    }

    @Test
    void textOverItsLengthInCodePoints() {
        assertRefused(server.post(payload("\"id\":\"" + "\uD83D\uDE80".repeat(257) + "\"")), MODEL_VALIDATION_FAILURE)
                .hasFaults("reportingPayload/id: reportingPayload/id must have 1 to 256 characters.");
        assertRefused(
                        server.post(payload("\"id\":\"a\",\"helperEmail\":\"" + "a".repeat(321) + "\"")),
                        MODEL_VALIDATION_FAILURE)
                .hasFaults(
                        "reportingPayload/helperEmail: reportingPayload/helperEmail must have at most 320 characters.");
    }

    @Test
    void everyFaultAtOnce() {
        String body = payload("\"startDateTime\":\"x\",\"helperOs\":1,\"remoteAssistanceSessionType\":\"spying\","
                + "\"helperFirstName\":\"" + "a".repeat(257) + "\"");
        assertRefused(server.post(body), MODEL_VALIDATION_FAILURE)
                .hasMessage("The request breaks 5 rules of the contract, see details. The first:"
                        + " reportingPayload/startDateTime must be a date-time with an offset, such as"
                        + " 2016-12-31T23:58:46.7156189-08:00.")
                .hasFaults(
                        "reportingPayload/startDateTime: reportingPayload/startDateTime must be a date-time with an "
                                + "offset, such as 2016-12-31T23:58:46.7156189-08:00.",
                        "reportingPayload/helperOs: reportingPayload/helperOs must be a string.",
                        "reportingPayload/helperFirstName: reportingPayload/helperFirstName must have at most 256 "
                                + "characters.",
                        "reportingPayload/id: reportingPayload/id is required and must not be null.",
                        "reportingPayload/remoteAssistanceSessionType: reportingPayload/remoteAssistanceSessionType "
                                + SESSION_TYPES);
    }

    @Test
    void moreFaultsThanAnAnswerCanHold() {
        StringBuilder parameters = new StringBuilder("{\"reportingPayload\":{\"id\":\"a\"}");
        for (int i = 0; i < 500; i++) {
            parameters.append(",\"").append("p".repeat(600)).append(i).append("\":1");
        }
        String body = server.post(parameters.append("}").toString()).body();

        assertThat(body.split("\"target\"", -1)).hasSize(1 + 1 + 100);
        assertThat(body).contains("breaks 500 rules").doesNotContain("\"target\":\"" + "p".repeat(512));
    }

    private static String mustBeOneOf(List<?> members) {
        return "must be one of " + members.stream().map(Object::toString).collect(Collectors.joining(", ")) + ".";
    }

    private static String payload(String members) {
        return "{\"reportingPayload\":{" + members + "}}";
    }
}
