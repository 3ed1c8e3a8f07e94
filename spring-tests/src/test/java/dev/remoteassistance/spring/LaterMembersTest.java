package dev.remoteassistance.spring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With the two files that the model's README shows, validation lets members of enums pass that a later version brings. */
class LaterMembersTest {

    @RegisterExtension
    static final RunningApplication application = new RunningApplication();

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
