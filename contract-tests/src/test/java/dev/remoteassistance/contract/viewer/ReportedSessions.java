package dev.remoteassistance.contract.viewer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.state.ProviderStates;
import java.util.List;
import java.util.Map;

/** Four sessions that a tenant has reported, one of them twice, and what a viewer expects of reports about them. */
final class ReportedSessions {

    static final String LONGEST_NAME = "d".repeat(256);

    static final String ALL_COLUMNS = """
            Attribute String
            Date DateTime
            DateDifference Int64
            HelperDeviceAadId String
            HelperDeviceName String
            HelperEmail String
            HelperFirstName String
            HelperLastName String
            Sessionend DateTime
            SessionId String
            Sessionstart DateTime
            SharerDeviceAadId String
            SharerDeviceName String
            SharerDeviceOS String
            SharerDeviceSerialNumber String
            SharerEmail String
            SharerFirstName String
            SharerLastName String
            SessionType String
            Elevation Int64
            HelperDeviceOS String
            HelperEnrollmentState String
            HelperUserId String
            HelperTenantId String
            HelperCompanyName String
            SharerEnrollmentState String
            SharerUserId String
            SharerTenantId String
            DeviceId String
            SessionCreated DateTime
            SessionDiagnosticCode String
            Reported DateTime
            ReportingAppId String
            ReportingUserId String""";

    private static final String REPORTS = """
            [
              {"id": "s1", "startDateTime": "2026-03-02T08:00:00Z", "endDateTime": "2026-03-02T08:30:00Z",
               "remoteAssistanceSessionType": "viewOnly", "helperEmail": "ada@contoso.example"},
              {"id": "s2", "startDateTime": "2026-03-03T10:00:00.5+02:00", "endDateTime": "2026-03-03T10:20:00.5+02:00",
               "remoteAssistanceSessionType": "elevation", "helperEmail": "ada@contoso.example",
               "helperDeviceName": "%s", "sharerEmail": "cleo@contoso.example"},
              {"id": "s3", "startDateTime": "2026-03-04T23:59:59.123456789-08:00",
               "remoteAssistanceSessionType": "fullControl", "helperEmail": "emile@contoso.example",
               "helperFirstName": "Émile", "helperLastName": "O'Hara"},
              {"id": "s1", "startDateTime": "2026-03-02T08:00:00Z", "endDateTime": "2026-03-02T08:45:01.9Z",
               "remoteAssistanceSessionType": "fullControl", "helperEmail": "ada@contoso.example",
               "sharerEmail": "bob@contoso.example", "sharerDeviceName": "laptop-7"},
              {"id": "s4"}
            ]""".formatted(LONGEST_NAME);

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    private ReportedSessions() {}

    /** The parameters of the state in which the tenant has reported them. */
    static Map<String, Object> state() {
        return state(REPORTS);
    }

    /** The parameters of the state in which a tenant has sent reports, as JSON, in their order. */
    static Map<String, Object> state(String reports) {
        return Map.of(ProviderStates.REPORTS, read(reports, new TypeReference<List<Map<String, Object>>>() {}));
    }

    /**
     * Writes a report.
     *
     * @param columns a line for each: its name and type
     * @param rows JSON; null if the viewer does not know them
     */
    static String report(int total, String columns, String rows, String sessionId) {
        ObjectNode report = JSON.createObjectNode().put("TotalRowCount", total);
        columns.lines()
                .map(line -> line.split(" "))
                .forEach(column -> report.withArray("Schema")
                        .addObject()
                        .put("Column", column[0])
                        .put("PropertyType", column[1]));
        if (rows != null) {
            report.set("Values", read(rows, new TypeReference<JsonNode>() {}));
        }
        return report.put("SessionId", sessionId).toString();
    }

    /** Returns standard JSON for JSON whose strings may be in single quotes. */
    static String json(String text) {
        return read(text, new TypeReference<JsonNode>() {}).toString();
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
