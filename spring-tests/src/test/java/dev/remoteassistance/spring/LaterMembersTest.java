package dev.remoteassistance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the two files that the model's README shows, validation lets members of enums pass that a later version brings. */
class LaterMembersTest {

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = new RunningApplication();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void laterMembersPass() throws Exception {
        String report = "{\"reportingPayload\":{\"id\":\"a\",\"remoteAssistanceSessionType\":\"later\","
                + "\"helperEnrollmentState\":\"later\",\"sharerEnrollmentState\":\"later\"}}";

        assertThat(application.post("/valid-report", report).body()).isEqualTo(report);
    }

    @Test
    void otherRulesHold() throws Exception {
        assertThat(application
                        .post("/valid-report", "{\"reportingPayload\":{\"id\":\"\"}}")
                        .statusCode())
                .isEqualTo(400);
    }
}
