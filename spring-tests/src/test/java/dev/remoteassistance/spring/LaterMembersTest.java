package dev.remoteassistance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** With the two files that the model's README shows, validation lets members of enums pass that a later version brings. */
class LaterMembersTest {

    private static final RunningApplication APPLICATION = RunningApplication.SHARED;

    @Test
    void laterMembersPass() throws Exception {
        String report = "{\"reportingPayload\":{\"id\":\"a\",\"remoteAssistanceSessionType\":\"later\","
                + "\"helperEnrollmentState\":\"later\",\"sharerEnrollmentState\":\"later\"}}";

        assertThat(APPLICATION.post("/valid-report", report).body()).isEqualTo(report);
    }

    @Test
    void otherRulesHold() throws Exception {
        assertThat(APPLICATION
                        .post("/valid-report", "{\"reportingPayload\":{\"id\":\"\"}}")
                        .statusCode())
                .isEqualTo(400);
    }
}
