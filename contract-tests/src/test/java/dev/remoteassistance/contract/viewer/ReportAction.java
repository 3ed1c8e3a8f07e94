package dev.remoteassistance.contract.viewer;

/** The actions that report sessions, and what they answer of {@link ReportedSessions}, as a viewer knows them. */
enum ReportAction {
    SESSIONS("getRemoteAssistanceSessionsReport", 0, 4, 1, ReportedSessions.ALL_COLUMNS),
    ACTIVE("getRemoteAssistanceMonitorActiveSessionsReport", 0, 1, 0, "ActiveSessions Int64"),
    TOTAL("getRemoteAssistanceMonitorTotalSessionsReport", 0, 4, 1, "TotalSessions Int64"),
    AVERAGE("getRemoteAssistanceMonitorAvgSessionTimeReport", null, 1950, 1200, "AvgSessionTime Int64");

    private final String name;
    private final Integer ofNone;
    private final int ofAll;
    private final int ofOne;
    private final String columns;

    /**
     * An action.
     *
     * @param ofNone the number that it answers where there are no sessions; null if it has none
     * @param ofAll the number that it answers of all sessions: of their rows, or the only value
     * @param ofOne the same of the session whose device has the longest name
     * @param columns each with its type
     */
    ReportAction(String name, Integer ofNone, int ofAll, int ofOne, String columns) {
        this.name = name;
        this.ofNone = ofNone;
        this.ofAll = ofAll;
        this.ofOne = ofOne;
        this.columns = columns;
    }

    String path() {
        return "/beta/deviceManagement/reports/" + name;
    }

    /** The answer of a tenant without sessions. */
    String answerOfNone() {
        return this == SESSIONS
                ? ReportedSessions.report(0, columns, "[]", "")
                : ReportedSessions.report(1, columns, "[[%s]]".formatted(ofNone), "");
    }

    /** The answer about all sessions. The rows of all columns are left out: they hold the time of the report. */
    String answerOfAll() {
        return this == SESSIONS
                ? ReportedSessions.report(ofAll, columns, null, "")
                : ReportedSessions.report(1, columns, "[[%d]]".formatted(ofAll), "");
    }

    /** The answer about one session, asked for with the longest values. */
    String answerOfOne(String sessionId) {
        return this == SESSIONS
                ? ReportedSessions.report(ofOne, columns + "\nCount Int64", null, sessionId)
                : ReportedSessions.report(1, columns, "[[%d]]".formatted(ofOne), sessionId);
    }

    @Override
    public String toString() {
        return name;
    }
}
