package dev.remoteassistance.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the generated classes with mappers that JsonPolicy did not make. */
class JsonPolicyModuleTest {

    private static final String REPORT = "{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46.7156189-08:00\","
            + "\"z\":1.10,\"y\":[1E+400,null,{\"x\":null}],\"w\":12345678901234567890}";

    /** As far from the policy as settings can be. */
    private final JsonMapper mapper = JsonMapper.builder()
            .findAndAddModules()
            .enable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.NON_NULL))
            .build();

    @Test
    void anyMapperKeepsAReport() throws IOException {
        assertThat(mapper.writeValueAsString(mapper.readValue(REPORT, RemoteAssistanceReporting.class)))
                .isEqualTo(REPORT);
    }

    @Test
    void aReportInsideOtherTypesIsKept() throws IOException {
        String json = "[{\"r\":" + REPORT + "},{\"r\":" + REPORT + ",\"s\":null}]";

        List<Map<String, RemoteAssistanceReporting>> reports = mapper.readValue(json, new TypeReference<>() {});

        assertThat(reports.get(1).get("r")).isEqualTo(reports.get(0).get("r"));
        assertThat(mapper.writeValueAsString(reports.get(0).get("r"))).isEqualTo(REPORT);
    }

    @Test
    void aNumberIsNoText() {
        assertThatThrownBy(() -> mapper.readValue("{\"id\":7}", RemoteAssistanceReporting.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("id");
        assertThatThrownBy(() -> mapper.readValue("7", EnrollmentState.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void otherTypesFollowTheMappersOwnSettings() throws IOException {
        record Own(String text) {}

        assertThat(mapper.readValue("{\"text\":7}", Own.class)).isEqualTo(new Own("7"));
        assertThat(mapper.writeValueAsString(new Own(null))).isEqualTo("{\"text\":null}");
    }

    /** What annotations alone can do, for those who do without the module. */
    @Test
    void withoutTheModuleOffsetsAreKeptAndWhatIsAbsentStaysAbsent() throws IOException {
        JsonMapper plain = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        String json = "{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46.7156189-08:00\"}";

        assertThat(plain.writeValueAsString(plain.readValue(json, RemoteAssistanceReporting.class)))
                .isEqualTo(json);
    }
}
