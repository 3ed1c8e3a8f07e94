package dev.remoteassistance.server.store.row;

import static org.assertj.core.api.Assertions.assertThat;

import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.auth.CallerKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests the keys of Microsoft's examples, which another program computed from the description of {@link ReportRow}.
 * They must never change: otherwise, perhaps after an update of Jackson, repeated reports would be stored again.
 */
class ReportKeyTest {

    private static final String TENANT = "11111111-1111-1111-1111-111111111111";

    @ParameterizedTest
    @CsvSource({
        "2021-10-20props.json, 7488145964966183861, 1f8d3aa32359f4467b33a911e258c1ea",
        "2024-05-27props.json, 7488145964966183861, fb8c1f8809b5e975a2a88157973648b8"
    })
    void staysTheSame(String example, long idHash, String digest) throws IOException {
        Caller caller = new Caller(TENANT, CallerKind.APP, null, null, Set.of());
        try (InputStream body =
                getClass().getResourceAsStream("ReportBodyFuzzTestInputs/isRefusedOrSurvives/" + example)) {
            ReportRow row = ReportRow.of(
                    caller,
                    JsonPolicy.newMapper()
                            .readValue(body, ReportRemoteAssistanceRequest.class)
                            .getReportingPayload(),
                    Instant.EPOCH);

            assertThat(row.idHash()).isEqualTo(idHash);
            assertThat(HexFormat.of().formatHex(row.digest())).isEqualTo(digest);
        }
    }
}
