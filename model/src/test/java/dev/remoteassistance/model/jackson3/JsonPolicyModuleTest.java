package dev.remoteassistance.model.jackson3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.text.ScalarValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Tests the generated classes with mappers of Jackson 3. */
class JsonPolicyModuleTest {

    private static final String REPORT = "{\"id\":\"a\",\"startDateTime\":\"2016-12-31T23:58:46.7156189-08:00\","
            + "\"z\":1.10,\"y\":[1E+400,null,{\"x\":null}],\"w\":12345678901234567890}";

    /** As far from the policy as settings can be. */
    private final JsonMapper mapper = JsonMapper.builder()
            .findAndAddModules()
            .enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(
                    any -> JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.NON_NULL))
            .build();

    @Test
    void anyMapperKeepsAReport() {
        assertThat(mapper.writeValueAsString(mapper.readValue(REPORT, RemoteAssistanceReporting.class)))
                .isEqualTo(REPORT);
    }

    @Test
    void aReportInsideOtherTypesIsKept() {
        String json = "[{\"r\":" + REPORT + "},{\"r\":" + REPORT + ",\"s\":null}]";

        List<Map<String, RemoteAssistanceReporting>> reports = mapper.readValue(json, new TypeReference<>() {});

        assertThat(reports.get(1).get("r")).isEqualTo(reports.get(0).get("r"));
        assertThat(mapper.writeValueAsString(reports.get(0).get("r"))).isEqualTo(REPORT);
    }

    @Test
    void otherTypesFollowTheMappersOwnSettings() {
        record Own(String text) {}

        assertThat(mapper.readValue("{\"text\":7}", Own.class)).isEqualTo(new Own("7"));
        assertThat(mapper.writeValueAsString(new Own(null))).isEqualTo("{\"text\":null}");
    }

    @ParameterizedTest
    @MethodSource("dev.remoteassistance.model.text.ScalarValues#types")
    void aTypeTakesItsOwnValuesOnly(Class<?> type, List<String> taken) {
        assertThat(ScalarValues.ALL.stream().filter(value -> takes(type, value)))
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Integer, 2147483648",
        "java.lang.Integer, -2147483649",
        "java.lang.Long, 9223372036854775808",
    })
    void aNumberThatItsTypeCannotHoldIsRefused(Class<?> type, String number) {
        assertThat(takes(type, number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reportingPayload\":{\"id\":\"a\",\"sharerEnrollmentState\":1}}",
                "{\"reportingPayload\":{\"id\":\"a\"},\"undeclared\":1}",
                "{\"reportingPayload\":\"\"}",
                "{\"reportingPayload\":[{\"id\":\"a\"}]}",
                "{\"reportingPayload\":{\"id\":\"a\",\"undeclared\":1e99999999999}}",
                "{\"reportingPayload\":{\"id\":\"a\",\"undeclared\":[[1e99999999999]]}}",
            })
    void whatCouldOnlyBeLostIsRefused(String json) {
        assertThatThrownBy(() -> mapper.readValue(json, ReportRemoteAssistanceRequest.class))
                .isInstanceOf(DatabindException.class);
    }

    @Test
    void aTenthFractionDigitIsRefusedByName() {
        assertThatThrownBy(() -> mapper.readValue(
                        "{\"id\":\"a\",\"endDateTime\":\"2017-01-01T00:00:00.1234567890Z\"}",
                        RemoteAssistanceReporting.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("at most nine fraction digits")
                .hasMessageContaining("endDateTime");
    }

    @Test
    void anUndeclaredPropertyCannotReplaceTheMapOfAllOfThem() {
        String json = "{\"id\":\"a\",\"additionalProperties\":{\"x\":1}}";

        assertThat(mapper.writeValueAsString(mapper.readValue(json, RemoteAssistanceReporting.class)))
                .isEqualTo(json);
    }

    @Test
    void aLaterMemberIsKept() {
        assertThat(mapper.writeValueAsString(mapper.readValue("\"later\"", EnrollmentState.class)))
                .isEqualTo("\"later\"");
    }

    private static boolean takes(Class<?> type, String value) {
        try {
            PolicyMapper.INSTANCE.readValue(value, type);
            return true;
        } catch (JacksonException refused) {
            return false;
        }
    }
}
