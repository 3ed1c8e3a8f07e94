package dev.remoteassistance.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tests what generated classes promise besides their properties. */
class PayloadClassTest {

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @Test
    void printsNamesAndNoValues() throws IOException {
        String personal =
                "{\"id\":\"i-1\",\"startDateTime\":\"2017-01-01T00:00:00Z\",\"helperEmail\":\"h@example.com\","
                        + "\"remoteAssistanceSessionType\":\"fullControl\",\"secret\":\"x-1\",\"x-2\":{\"x-3\":\"x-4\"}}";

        RemoteAssistanceReporting report = mapper.readValue(personal, RemoteAssistanceReporting.class);

        assertThat(report)
                .hasToString("RemoteAssistanceReporting[id, startDateTime, remoteAssistanceSessionType, helperEmail, "
                        + "2 undeclared]");
        assertThat(new ReportRemoteAssistanceRequest().reportingPayload(report))
                .hasToString("ReportRemoteAssistanceRequest[reportingPayload]");
        assertThat(new RemoteAssistanceReporting()).hasToString("RemoteAssistanceReporting[]");
    }

    @Test
    void undeclaredPropertiesAreNeverNullAndKeepTheirOrder() throws IOException {
        assertThat(new RemoteAssistanceReporting().getAdditionalProperties()).isEmpty();

        RemoteAssistanceReporting report = mapper.readValue(
                "{\"z\":1,\"id\":\"a\",\"y\":null,\"x\":2,\"w\":3,\"v\":4,\"u\":5}", RemoteAssistanceReporting.class);

        assertThat(report.getAdditionalProperties().keySet()).containsExactly("z", "y", "x", "w", "v", "u");
        assertThat(mapper.writeValueAsString(report))
                .isEqualTo("{\"id\":\"a\",\"z\":1,\"y\":null,\"x\":2,\"w\":3,\"v\":4,\"u\":5}");
    }

    @Test
    void isEqualByAllThatItHolds() throws IOException {
        String json = "{\"id\":\"a\",\"helperOs\":\"b\",\"x\":1}";
        RemoteAssistanceReporting report = mapper.readValue(json, RemoteAssistanceReporting.class);

        assertThat(report)
                .isEqualTo(mapper.readValue(json, RemoteAssistanceReporting.class))
                .hasSameHashCodeAs(mapper.readValue(json, RemoteAssistanceReporting.class))
                .isNotEqualTo(mapper.readValue(json.replace("\"a\"", "\"c\""), RemoteAssistanceReporting.class))
                .isNotEqualTo(mapper.readValue(json.replace("\"b\"", "\"c\""), RemoteAssistanceReporting.class))
                .isNotEqualTo(mapper.readValue(json.replace("1", "2"), RemoteAssistanceReporting.class))
                .isNotEqualTo(null)
                .isNotEqualTo("a");
    }
}
