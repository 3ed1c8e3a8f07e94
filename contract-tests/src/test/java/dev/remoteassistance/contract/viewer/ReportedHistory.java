package dev.remoteassistance.contract.viewer;

import java.util.Map;

/** Three sessions that a tenant has reported and amended. Two of them have ids that differ in case alone. */
final class ReportedHistory {

    /** A session with three reports. The first of them was sent again after the second, which changes nothing. */
    static final String ID = "s1";

    /** A session with two reports. */
    static final String LONGEST_ID = "i".repeat(256);

    private static final String REPORTS = """
            [
              {"id": "s1", "startDateTime": "2026-03-02T08:00:00+01:00", "remoteAssistanceSessionType": "viewOnly",
               "helperEmail": "ada@contoso.example"},
              {"id": "S1", "remoteAssistanceSessionType": "unattended"},
              {"id": "s1", "startDateTime": "2026-03-02T08:00:00+01:00", "endDateTime": "2026-03-02T08:30:00.5+01:00",
               "remoteAssistanceSessionType": "viewOnly", "helperEmail": "ada@contoso.example",
               "sharerEmail": "bob@contoso.example"},
              {"id": "%1$s", "helperOs": "the first"},
              {"id": "s1", "startDateTime": "2026-03-02T08:00:00+01:00", "remoteAssistanceSessionType": "viewOnly",
               "helperEmail": "ada@contoso.example"},
              {"id": "s1", "startDateTime": "2026-03-02T00:30:00+01:00", "endDateTime": "2026-03-02T08:30:00.5+01:00",
               "remoteAssistanceSessionType": "elevation", "helperEmail": "ada@contoso.example"},
              {"id": "%1$s", "helperOs": "the second"}
            ]""".formatted(LONGEST_ID);

    private ReportedHistory() {}

    /** The parameters of the state in which the tenant has reported them. */
    static Map<String, Object> state() {
        return ReportedSessions.state(REPORTS);
    }
}
