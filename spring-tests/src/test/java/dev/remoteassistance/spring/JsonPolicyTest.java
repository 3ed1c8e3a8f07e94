package dev.remoteassistance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON policy holds for the model's classes, and for nothing else of the application. */
class JsonPolicyTest {

    private static final RunningApplication APPLICATION = RunningApplication.SHARED;

    @Test
    void aReportKeepsEveryDigitAndOffset() throws Exception {
        String report = "{\"reportingPayload\":{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46.7156189-08:00\","
                + "\"sharerEnrollmentState\":\"retired\",\"z\":1.10,\"y\":[1E+400,null,{\"x\":null}],\"w\":12345678901234567890}}";

        assertThat(APPLICATION.post("/report", report).body()).isEqualTo(report);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reportingPayload\":{\"id\":7}}",
                "{\"reportingPayload\":{\"id\":true}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"sharerEnrollmentState\":1}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"startDateTime\":1483228726}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46.1234567890Z\"}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46\"}}",
                "{\"reportingPayload\":{\"id\":\"a\"},\"undeclared\":1}",
                "{\"reportingPayload\":\"\"}",
                "{\"reportingPayload\":{\"id\":\"a\",\"undeclared\":[1e99999999999]}}",
            })
    void whatCouldOnlyBeLostIsRefused(String request) throws Exception {
        assertThat(APPLICATION.post("/report", request).statusCode()).isEqualTo(400);
    }

    @Test
    void theApplicationsOwnTypesFollowItsOwnSettings() throws Exception {
        HttpResponse<String> answer = APPLICATION.post(
                "/envelope", "{\"note\":7,\"undeclared\":1,\"report\":{\"id\":\"a\",\"helperOs\":null,\"z\":1.10}}");

        assertThat(answer.body()).isEqualTo("{\"note\":\"7\",\"count\":null,\"report\":{\"id\":\"a\",\"z\":1.10}}");
    }

    @Test
    void aPropertyThatStandsTwiceIsRefusedWhereTheParserIsToldSo() throws Exception {
        String twice = "{\"reportingPayload\":{\"id\":\"a\",\"x\":{\"y\":1,\"y\":2}}}";

        try (RunningApplication strict = new RunningApplication(
                // The property of Spring Boot 3, then that of Spring Boot 4.
                "spring.jackson.parser.strict-duplicate-detection=true",
                "spring.jackson.read.strict-duplicate-detection=true")) {
            assertThat(strict.post("/report", twice).statusCode()).isEqualTo(400);
        }
    }
}
