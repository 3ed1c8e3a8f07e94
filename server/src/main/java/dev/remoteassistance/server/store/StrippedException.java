package dev.remoteassistance.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteException;

/**
 * Replaces a library's exception, whose message may quote whole reports: databases quote the values of a statement, and
 * parsers quote what they cannot read. Keeps the kinds, the codes and the stack trace.
 */
public final class StrippedException extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int MAX_CAUSES = 10;

    /** Meanings of those SQLState classes that operators can act upon. */
    private static final Map<String, String> CLASSES = Map.of(
            "08", "no connection to the database",
            "22", "a value was refused",
            "23", "a constraint was violated",
            "28", "the login was refused",
            "3D", "there is no such database",
            "40", "the transaction was rolled back",
            "42", "a table or a permission is missing",
            "53", "the database has no disk space, memory or connection left",
            "55", "a lock was not available",
            "57", "the database stopped or cancelled the work");

    private StrippedException(String message, StackTraceElement[] stackTrace) {
        super(message);
        setStackTrace(stackTrace);
    }

    /** Returns an exception with the kinds and codes of a failure and of its causes. */
    public static StrippedException of(Throwable failure) {
        List<String> kinds = new ArrayList<>();
        Throwable root = failure;
        for (Throwable cause = failure; cause != null && kinds.size() < MAX_CAUSES; cause = cause(cause)) {
            kinds.add(kind(cause));
            root = cause;
        }
        return new StrippedException(String.join(", caused by ", kinds), root.getStackTrace());
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() == null && failure instanceof SQLException sql
                ? sql.getNextException()
                : failure.getCause();
    }

    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        if (failure instanceof SQLiteException sqlite) {
            return "%s %s".formatted(name, sqlite.getResultCode().name());
        }
        if (failure instanceof FlywayException flyway) {
            return "%s %s".formatted(name, flyway.getErrorCode());
        }
        if (failure instanceof SQLException sql && sql.getSQLState() != null) {
            String state = sql.getSQLState();
            String meaning = CLASSES.getOrDefault(state.substring(0, Math.min(2, state.length())), "see its manual");
            return "%s SQLState %s, vendor code %d (%s)".formatted(name, state, sql.getErrorCode(), meaning);
        }
        return name;
    }
}
