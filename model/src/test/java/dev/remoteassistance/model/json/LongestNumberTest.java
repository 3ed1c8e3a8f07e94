package dev.remoteassistance.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests numbers of the maximum length, in which the point could move when they are written. */
class LongestNumberTest {

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%se1",
                "%se99",
                "-%sE-9",
                "1.%se9",
                "-1.%se-6",
                "0.%se-999",
                "12345.%se9999",
                "12345.%sE-9",
                "%s",
                "%s.5",
                "%se+2147",
            })
    void isWrittenInAFormThatCanBeReadAgain(String form) throws IOException {
        int digits = JsonPolicy.MAX_NUMBER_LENGTH - form.length() + "%s".length();
        String longest = form.formatted("123456789".repeat(digits).substring(0, digits));
        String json = "{\"id\":\"a\",\"x\":" + longest + "}";

        String written = roundTrip(json);

        assertThat(written).hasSizeLessThanOrEqualTo(json.length());
        assertThat(new BigDecimal(mapper.readTree(roundTrip(written)).get("x").asText()))
                .isEqualByComparingTo(longest);
    }

    private String roundTrip(String json) throws IOException {
        return mapper.writeValueAsString(mapper.readValue(json, RemoteAssistanceReporting.class));
    }
}
