package dev.remoteassistance.contract.viewer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The actions that report sessions, and the results that a viewer expects in their provider state. */
enum ReportAction {
    SESSIONS("getRemoteAssistanceSessionsReport", 0, 4, 1, ReportedSessions.ALL_COLUMNS),
    HISTORY("getRemoteAssistanceSessionHistoryReport", 0, 3, 2, ReportedSessions.ALL_COLUMNS),
    ACTIVE("getRemoteAssistanceMonitorActiveSessionsReport", 0, 1, 0, "ActiveSessions Int64"),
    TOTAL("getRemoteAssistanceMonitorTotalSessionsReport", 0, 4, 1, "TotalSessions Int64"),
    AVERAGE("getRemoteAssistanceMonitorAvgSessionTimeReport", null, 1950, 1200, "AvgSessionTime Int64");

    private static final JsonMapper JSON = new JsonMapper();

    private final String name;
    private final Integer ofNone;
    private final int ofAll;
    private final int ofOne;
    private final String columns;

    /**
     * Creates an action with the results that a viewer expects.
     *
     * @param ofNone the number that it answers where there are no sessions; null if it has none
     * @param ofAll the result of the shortest question: the number of rows, or the only value
     * @param ofOne the result of the question with the longest values
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

    /** The parameters of the state in which the action is asked. */
    Map<String, Object> state() {
        return this == HISTORY ? ReportedHistory.state() : ReportedSessions.state();
    }

    /** The shortest question. */
    ObjectNode question() {
        ObjectNode question = JSON.createObjectNode();
        return this == HISTORY ? question.put("id", ReportedHistory.ID) : question;
    }

    /** A question that finds nothing, whatever the tenant has reported. Its name tells it from others. */
    ObjectNode questionOfNone(String name) {
        ObjectNode question = JSON.createObjectNode();
        return this == HISTORY
                ? question.put("id", "none of " + name)
                : question.put("name", name).put("filter", "SessionId eq 'none'");
    }

    /** The parameters that may be absent or null. */
    List<String> optional() {
        return this == HISTORY
                ? List.of("select", "skip", "top", "sessionId")
                : List.of("name", "select", "search", "groupBy", "orderBy", "skip", "top", "sessionId", "filter");
    }

    /** The answer of a tenant without sessions. */
    String answerOfNone() {
        return isMonitor()
                ? ReportedSessions.report(1, columns, "[[%s]]".formatted(ofNone), "")
                : ReportedSessions.report(0, columns, "[]", "");
    }

    /** The answer to the shortest question. The rows of all columns are left out: they hold the time of the report. */
    String answerOfAll() {
        return isMonitor()
                ? ReportedSessions.report(1, columns, "[[%d]]".formatted(ofAll), "")
                : ReportedSessions.report(ofAll, columns, null, "");
    }

    /** The answer to the question with the longest values. */
    String answerOfOne(String sessionId) {
        return isMonitor()
                ? ReportedSessions.report(1, columns, "[[%d]]".formatted(ofOne), sessionId)
                : ReportedSessions.report(
                        ofOne, this == SESSIONS ? columns + "\nCount Int64" : columns, null, sessionId);
    }

    private boolean isMonitor() {
        return this != SESSIONS && this != HISTORY;
    }

    @Override
    public String toString() {
        return name;
    }
}
