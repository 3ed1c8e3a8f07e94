package dev.remoteassistance.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the reports of sessions over HTTP. SessionQueryTest checks their values. */
class SessionReportTest extends SessionQuestionTest {

    @Test
    void answersAllColumnsOfFiftySessionsIfNothingIsSaid() throws IOException {
        JsonNode report = read(ask(SESSIONS, "{}"));
        assertThat(report.required("TotalRowCount").asInt()).isEqualTo(3);
        assertThat(report.required("Schema")).hasSize(34);
        assertThat(report.required("Values")).hasSize(3);
        assertThat(report.required("SessionId").asText()).isEmpty();
    }

    @Test
    void countsGroups() {
        assertThat(ask(SESSIONS, "{\"select\":[\"Date\"],\"groupBy\":[\"Date\"],\"orderBy\":[\"Count\"]}")
                        .body())
                .isEqualTo("{\"TotalRowCount\":1,\"Schema\":[{\"Column\":\"Date\",\"PropertyType\":\"DateTime\"},"
                        + "{\"Column\":\"Count\",\"PropertyType\":\"Int64\"}],"
                        + "\"Values\":[[\"2026-11-24T00:00:00Z\",3]],\"SessionId\":\"\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "getRemoteAssistanceMonitorActiveSessionsReport | ActiveSessions | {} | 1",
                "getRemoteAssistanceMonitorActiveSessionsReport | ActiveSessions | {'filter':'SessionId eq ''a'''} | 0",
                "getRemoteAssistanceMonitorTotalSessionsReport | TotalSessions | {} | 3",
                "getRemoteAssistanceMonitorTotalSessionsReport | TotalSessions | {'filter':'Sessionend ne null','top':0} | 2",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {} | 4",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {'filter':'DateDifference lt 0'} | -1",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {'search':'absent'} | null",
                "getRemoteAssistanceMonitorAvgSessionTimeReport | AvgSessionTime | {'select':['x'],'orderBy':['y']} | 4",
            })
    void monitorsTellOneNumber(String operation, String column, String body, String number) {
        String json = body.replace("''", "\u0001").replace('\'', '"').replace('\u0001', '\'');
        assertThat(ask(operation, json).body())
                .isEqualTo("{\"TotalRowCount\":1,\"Schema\":[{\"Column\":\"%s\",\"PropertyType\":\"Int64\"}],"
                                .formatted(column)
                        + "\"Values\":[[%s]],\"SessionId\":\"\"}".formatted(number));
    }
}
