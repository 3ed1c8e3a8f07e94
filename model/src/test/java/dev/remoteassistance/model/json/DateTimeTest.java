package dev.remoteassistance.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.ContractDocument;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the policy accepts exactly the date-times of the contract's pattern, except days that do not exist. */
class DateTimeTest {

    private static final String PATTERN = ContractDocument.schema("RemoteAssistanceReporting")
            .at("/properties/startDateTime/pattern")
            .asText();

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-12-31T23:58:46.7156189-08:00",
                "2017-01-01T00:00:00Z",
                "2017-01-01T00:00:00.1Z",
                "2017-01-01T00:00:00.000000001Z",
                "2017-01-01T00:00:00.123456789+05:45",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999999999-18:00",
                "2020-02-29T12:00:00+14:00",
            })
    void keepsOffsetAndEveryDigit(String text) throws IOException {
        assertThat(text).matches(PATTERN);
        assertThat(roundTrip(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-01-01T00:00:00+00:00, 2017-01-01T00:00:00Z",
        "2017-01-01T00:00:00-00:00, 2017-01-01T00:00:00Z",
        "2017-01-01T00:00:00.500Z, 2017-01-01T00:00:00.5Z",
        "2017-01-01T00:00:00.0Z, 2017-01-01T00:00:00Z",
        "2017-01-01T00:00Z, 2017-01-01T00:00:00Z",
        "2017-01-01T00:00-08:00, 2017-01-01T00:00:00-08:00",
    })
    void changesNothingButTheLexicalForm(String text, String written) throws IOException {
        assertThat(text).matches(PATTERN);
        assertThat(roundTrip(text)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1483228800",
                "2017-01-01",
                "2017-01-01T00:00:00",
                "2017-01-01T00:00.5Z",
                "2017-01-01T00:00:Z",
                "2017-01-01T00Z",
                "2017-01-01T00:00:00.Z",
                "2017-01-01T00:00:00.1234567890Z",
                "2017-01-01T00:00:00.123456789012Z",
                "2017-01-01 00:00:00Z",
                "2017-01-01t00:00:00z",
                "2017-01-01T24:00:00Z",
                "2016-12-31T23:59:60Z",
                "2017-13-01T00:00:00Z",
                "2017-01-01T00:00:00+0100",
                "2017-01-01T00:00:00+01",
                "2017-01-01T00:00:00+01:00:00",
                "2017-01-01T00:00:00+18:01",
                "2017-01-01T00:00:00+24:00",
                "+2017-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
                "12017-01-01T00:00:00Z",
                " 2017-01-01T00:00:00Z",
                "2017-01-01T00:00:00Z[UTC]",
                "\u0662\u0660\u0661\u0667-01-01T00:00:00Z",
            })
    void refusesWhatTheContractRefuses(String text) {
        assertThat(text).doesNotMatch(PATTERN);
        assertThatThrownBy(() -> roundTrip(text))
                .isInstanceOf(JsonMappingException.class)
                .hasMessageContaining("startDateTime");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2017-02-29T00:00:00Z", "2017-04-31T00:00:00Z"})
    void refusesDaysThatDoNotExist(String text) {
        assertThatThrownBy(() -> roundTrip(text)).isInstanceOf(JsonMappingException.class);
    }

    private String roundTrip(String text) throws IOException {
        RemoteAssistanceReporting read =
                mapper.readValue("{\"startDateTime\":\"" + text + "\"}", RemoteAssistanceReporting.class);
        return mapper.valueToTree(read).get("startDateTime").asText();
    }
}
