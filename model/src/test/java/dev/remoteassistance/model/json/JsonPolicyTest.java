package dev.remoteassistance.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.ContractDocument;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.ReportStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPolicyTest {

    private final JsonMapper mapper = JsonPolicy.newMapper();

    @ParameterizedTest
    @ValueSource(strings = {"2021-10-20props.json", "2024-05-27props.json"})
    void documentedExamplesSurviveARoundTripInTheirOrder(String name) throws IOException {
        String example = mapper.readTree(ContractDocument.example(name)).toString();

        String written = mapper.writeValueAsString(mapper.readValue(example, ReportRemoteAssistanceRequest.class));

        assertThat(written).isEqualTo(example);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"x\":null}",
                "{\"id\":\"a\",\"x\":{\"y\":null,\"z\":[null,{\"@odata.type\":\"#a.b\"}]}}",
                "{\"id\":\"a\",\"x\":0.1000000000000000055511151231257827021181583404541015625}",
                "{\"id\":\"a\",\"x\":12345678901234567890123456789}",
                "{\"id\":\"a\",\"x\":1E+400}",
                "{\"id\":\"a\",\"x\":[12E2147483647,1E-2147483647,-0.012E-2147483640]}",
                "{\"id\":\"a\",\"x\":true,\"\":\"empty name\"}",
                "{\"id\":\"a\",\"additionalProperties\":{\"id\":\"b\",\"x\":1},\"x\":2}",
                "{\"id\":\"a\",\"additionalProperties\":null}",
                "{\"id\":\"a\",\"additionalProperties\":[\"text\"],\"odataType\":\"b\",\"class\":\"c\"}",
                "{\"id\":\"\uD83D\uDE80\\u0000\",\"helperFirstName\":\"\"}",
            })
    void undeclaredPropertiesSurviveARoundTrip(String json) throws IOException {
        String written = mapper.writeValueAsString(mapper.readValue(json, RemoteAssistanceReporting.class));

        assertThat(tree(written)).isEqualTo(tree(json));
    }

    /** An invalid byte; an overlong encoding; an encoded surrogate. */
    @ParameterizedTest
    @ValueSource(strings = {"FF", "C0AF", "EDA080"})
    void bytesThatAreNotUtf8AreRefused(String hex) {
        byte[] document = HexFormat.of().parseHex("7b226964223a22" + hex + "227d");

        assertThatThrownBy(() -> mapper.readValue(document, RemoteAssistanceReporting.class))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> mapper.readValue(new ByteArrayInputStream(document), RemoteAssistanceReporting.class))
                .isInstanceOf(IOException.class);
    }

    /** Jackson by itself reads 20,000,000 characters; the contract's Base64 of a report may have more. */
    @Test
    void aTextMayBeAsLongAsItsDocument() throws IOException {
        String text = "a".repeat(20_000_001);

        assertThat(mapper.readValue("{\"value\":\"" + text + "\"}", ReportStream.class)
                        .getValue()
                        .equals(text))
                .isTrue();
    }

    @Test
    void declaredNullCountsAsAbsent() throws IOException {
        assertThat(roundTrip("{\"id\":\"a\",\"helperOs\":null,\"helperEnrollmentState\":null,\"startDateTime\":null}"))
                .isEqualTo("{\"id\":\"a\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "true", "[]", "{}"})
    void nothingIsCoercedToText(String value) {
        for (String property : new String[] {"id", "startDateTime", "helperEnrollmentState"}) {
            assertThatThrownBy(() -> roundTrip("{\"" + property + "\":" + value + "}"))
                    .as(property)
                    .isInstanceOf(JsonProcessingException.class)
                    .hasMessageContaining(property);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"a\"", "1", "[]", "[{\"id\":\"a\"}]"})
    void onlyAnObjectIsAnObject(String payload) {
        assertThatThrownBy(() ->
                        mapper.readValue("{\"reportingPayload\":" + payload + "}", ReportRemoteAssistanceRequest.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("reportingPayload");
    }

    @Test
    void undeclaredPropertyOfAClosedClassIsNamedNotLost() {
        assertThatThrownBy(() -> mapper.readValue(
                        "{\"reportingPayload\":{\"id\":\"a\"},\"extra\":1}", ReportRemoteAssistanceRequest.class))
                .isInstanceOf(UnrecognizedPropertyException.class)
                .hasMessageContaining("extra");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"id\":\"a\",\"x\":{\"y\":1,\"y\":1}}",
                "{\"id\":\"a\"} {}",
                "{'id':'a'}",
                "{\"id\":\"a\",}",
                "{\"id\":NaN}",
                "{\"id\":\"a\"",
            })
    void ambiguousOrBrokenJsonIsRefused(String json) {
        assertThatThrownBy(() -> roundTrip(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] latin1 = "{\"id\":\"\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] surrogate = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        for (byte[] bytes : List.of(latin1, surrogate)) {
            for (JsonMapper reader : List.of(mapper, mapper.copy())) {
                assertThatThrownBy(() -> reader.readValue(bytes, RemoteAssistanceReporting.class))
                        .isInstanceOf(JsonProcessingException.class);
                assertThatThrownBy(() ->
                                reader.readValue(new ByteArrayInputStream(bytes), RemoteAssistanceReporting.class))
                        .isInstanceOf(JsonProcessingException.class);
            }
        }
    }

    @Test
    void anAdditionalPropertyCannotBeWrittenBesideTheDeclaredOne() {
        RemoteAssistanceReporting report =
                new RemoteAssistanceReporting().id("a").putAdditionalProperty("id", "b");

        assertThatThrownBy(() -> mapper.writeValueAsString(report)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aTreeKeepsEveryDigit() throws IOException {
        String json = "{\"id\":\"a\",\"x\":[1.10,1E+400,100]}";

        assertThat(mapper.treeToValue(tree(json), RemoteAssistanceReporting.class))
                .isEqualTo(mapper.readValue(json, RemoteAssistanceReporting.class));
        assertThat(tree(json)).hasToString(json);
    }

    @Test
    void nestingIsBounded() throws IOException {
        assertThat(roundTrip(nested(JsonPolicy.MAX_NESTING_DEPTH))).isEqualTo(nested(JsonPolicy.MAX_NESTING_DEPTH));
        assertThatThrownBy(() -> roundTrip(nested(JsonPolicy.MAX_NESTING_DEPTH + 1)))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void numbersAreBounded() throws IOException {
        String longest = "9".repeat(JsonPolicy.MAX_NUMBER_LENGTH);
        assertThat(roundTrip("{\"id\":\"a\",\"x\":" + longest + "}")).contains(longest);
        assertThatThrownBy(() -> roundTrip("{\"id\":\"a\",\"x\":" + longest + "9}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void tenthFractionDigitIsRefusedByName() {
        assertThatThrownBy(() -> roundTrip("{\"id\":\"a\",\"endDateTime\":\"2017-01-01T00:00:00.1234567890Z\"}"))
                .isInstanceOf(InvalidFormatException.class)
                .hasMessageContaining("at most nine fraction digits")
                .hasMessageContaining("endDateTime");
    }

    private static String nested(int levels) {
        return "{\"id\":\"a\",\"x\":" + "[".repeat(levels - 1) + "]".repeat(levels - 1) + "}";
    }

    private String roundTrip(String json) throws IOException {
        return mapper.writeValueAsString(mapper.readValue(json, RemoteAssistanceReporting.class));
    }

    private JsonNode tree(String json) throws IOException {
        return mapper.readTree(json);
    }
}
