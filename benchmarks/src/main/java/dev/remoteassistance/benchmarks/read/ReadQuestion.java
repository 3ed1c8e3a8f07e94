package dev.remoteassistance.benchmarks.read;

import dev.remoteassistance.model.RemoteAssistanceSessionType;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;

/**
 * A query for a page of the 50 newest sessions that a filter selects, and for their total number.
 *
 * @param name what it filters by
 * @param filter the filter in the syntax of the API
 * @param condition the filter in SQL, appended to the tenant's condition, with {@code ?} for each parameter
 * @param parameters the values for the question marks
 */
record ReadQuestion(String name, String filter, String condition, List<String> parameters) {

    static final List<String> NAMES = List.of("nothing", "period", "helper", "sharer", "device", "type");

    private static final String COLUMNS =
            "session_id, session_start, date_difference, session_type, helper_email, sharer_email, sharer_device_name";

    /** Returns a question with random values. */
    static ReadQuestion of(String name, Random random) {
        switch (name) {
            case "nothing":
                return new ReadQuestion(name, "", "", List.of());
            case "period":
                OffsetDateTime from =
                        SampleSessions.FIRST.plusDays(random.nextInt((int) SampleSessions.YEAR.toDays() - 7));
                OffsetDateTime to = from.plus(Duration.ofDays(7));
                return new ReadQuestion(
                        name,
                        "Sessionstart ge %s and Sessionstart lt %s".formatted(from, to),
                        " AND session_start >= ? AND session_start < ?",
                        List.of(from.toLocalDate().toString(), to.toLocalDate().toString()));
            case "helper":
                return equal(
                        name,
                        "HelperEmail",
                        "helper_email",
                        SampleSessions.helper(random.nextInt(SampleSessions.HELPERS)));
            case "sharer":
                return equal(
                        name,
                        "SharerEmail",
                        "sharer_email",
                        SampleSessions.sharer(random.nextInt(SampleSessions.SHARERS)));
            case "device":
                return equal(
                        name,
                        "SharerDeviceName",
                        "sharer_device_name",
                        SampleSessions.device(random.nextInt(SampleSessions.SHARERS)));
            default:
                return equal(name, "SessionType", "session_type", RemoteAssistanceSessionType.ELEVATION.getValue());
        }
    }

    private static ReadQuestion equal(String name, String label, String column, String value) {
        return new ReadQuestion(
                name, "%s eq '%s'".formatted(label, value), " AND %s = ?".formatted(column), List.of(value));
    }

    /** Returns the body of the request. */
    String body() {
        return """
            {"select": ["SessionId", "Sessionstart", "DateDifference", "SessionType", "HelperEmail", "SharerEmail",\
             "SharerDeviceName"], "filter": "%s", "orderBy": ["Sessionstart desc"], "top": 50}
            """.formatted(filter);
    }

    /** Returns the page in hand-written SQL. */
    String pageSql() {
        return "SELECT %s FROM session WHERE tenant_id = ?%s ORDER BY session_start DESC NULLS LAST LIMIT 50"
                .formatted(COLUMNS, condition);
    }

    /** Returns the total number, by hand-written SQL. */
    String countSql() {
        return "SELECT count(*) FROM session WHERE tenant_id = ?" + condition;
    }
}
