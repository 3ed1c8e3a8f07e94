package dev.remoteassistance.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.everything.document.ContractBody;
import dev.remoteassistance.everything.document.DocumentComparison;
import dev.remoteassistance.server.report.ReportResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison sees every difference apart from those that the README of the model lists. */
class DocumentComparisonTest {

    private final DocumentComparison comparison = new DocumentComparison(
            ContractBody.read(Path.of(System.getProperty("contract.file")), ReportResource.OPERATION)
                    .payloadSchema());

    DocumentComparisonTest() throws IOException {}

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "lost property                | {\"helperOs\":\"a\"}            | {}",
                "lost undeclared property     | {\"x\":{\"y\":1}}               | {}",
                "lost undeclared null         | {\"x\":null}                    | {}",
                "lost null inside             | {\"x\":{\"y\":null}}            | {\"x\":{}}",
                "lost null in an array        | {\"x\":[null]}                  | {\"x\":[]}",
                "changed null inside          | {\"x\":{\"y\":[null]}}          | {\"x\":{\"y\":[0]}}",
                "null that was not sent       | {\"helperOs\":null}             | {\"helperOs\":null,\"sharerOs\":null}",
                "null for a value             | {\"helperOs\":\"\"}             | {\"helperOs\":null}",
                "added property               | {}                              | {\"x\":1}",
                "added inside                 | {\"x\":{}}                      | {\"x\":{\"y\":1}}",
                "shifted offset               | {\"startDateTime\":\"2026-01-01T10:00:00+01:00\"} | {\"startDateTime\":\"2026-01-01T09:00:00Z\"}",
                "cut digit                    | {\"startDateTime\":\"2026-01-01T10:00:00.123456789Z\"} | {\"startDateTime\":\"2026-01-01T10:00:00.123456780Z\"}",
                "date-time that is no longer one | {\"startDateTime\":\"2026-01-01T10:00:00Z\"} | {\"startDateTime\":\"2026-01-01\"}",
                "undeclared date-time         | {\"x\":\"2026-01-01T10:00:00.0Z\"} | {\"x\":\"2026-01-01T10:00:00Z\"}",
                "30th digit                   | {\"x\":123456789012345678901234567890} | {\"x\":123456789012345678901234567891}",
                "30th digit of a fraction     | {\"x\":0.123456789012345678901234567891} | {\"x\":0.123456789012345678901234567890}",
                "exponent                     | {\"x\":1e400}                   | {\"x\":1e401}",
                "sign                         | {\"x\":1}                       | {\"x\":-1}",
                "number as text               | {\"x\":1}                       | {\"x\":\"1\"}",
                "boolean                      | {\"x\":true}                    | {\"x\":false}",
                "enum text                    | {\"helperEnrollmentState\":\"enrolled\"} | {\"helperEnrollmentState\":\"Enrolled\"}",
                "character                    | {\"helperOs\":\"\\uD83D\\uDE80\"} | {\"helperOs\":\"\\uFFFD\"}",
                "lost NUL                     | {\"helperOs\":\"a\\u0000\"}     | {\"helperOs\":\"a\"}",
                "normalized text              | {\"helperOs\":\"\\u00E4\"}      | {\"helperOs\":\"a\\u0308\"}",
                "order in an array            | {\"x\":[1,2]}                   | {\"x\":[2,1]}",
                "array for a value            | {\"x\":1}                       | {\"x\":[1]}",
                "object for an array          | {\"x\":[]}                      | {\"x\":{}}",
                "name                         | {\"x \":1}                      | {\"x\":1}",
            })
    void seesTheDifference(String difference, String sent, String stored) {
        assertThat(differences(sent, stored)).as(difference).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "nothing                      | {\"id\":\"a\",\"x\":[null,{\"y\":1.5}]} | {\"id\":\"a\",\"x\":[null,{\"y\":1.5}]}",
                "declared null is absent      | {\"helperOs\":null}             | {}",
                "Z                            | {\"startDateTime\":\"2026-01-01T10:00:00+00:00\"} | {\"startDateTime\":\"2026-01-01T10:00:00Z\"}",
                "zeros at the end             | {\"startDateTime\":\"2026-01-01T10:00:00.10+01:00\"} | {\"startDateTime\":\"2026-01-01T10:00:00.1+01:00\"}",
                "order of properties          | {\"x\":1,\"y\":{\"a\":1,\"b\":2}} | {\"y\":{\"b\":2,\"a\":1},\"x\":1}",
                "spelling of text             | {\"x\":\"\\u0041\"}             | {\"x\":\"A\"}",
                "spelling of a number         | {\"x\":[1e2,1.0,12e2147483646]} | {\"x\":[1E+2,1,1.2E+2147483647]}",
                "sign of a zero               | {\"x\":-0.0}                    | {\"x\":0}",
            })
    void letsPass(String documented, String sent, String stored) {
        assertThat(differences(sent, stored)).as(documented).isEmpty();
    }

    @Test
    void namesThePathAndBothValues() {
        assertThat(differences("{\"x\":[{\"y\":null}]}", "{\"x\":[{}]}"))
                .containsExactly("/x/0/y: sent null, stored nothing");
    }

    @Test
    void readsNothingAmbiguous() {
        assertThatThrownBy(() -> json("{\"x\":1,\"x\":1}")).hasMessageContaining("Duplicate");
    }

    private List<String> differences(String sent, String stored) {
        return comparison.differences(json(sent), json(stored));
    }

    private static JsonNode json(String text) {
        return DocumentComparison.read(text);
    }
}
