package dev.remoteassistance.server.session;

import static dev.remoteassistance.model.RemoteAssistanceReporting.*;
import static dev.remoteassistance.server.session.ColumnType.DATE_TIME;
import static dev.remoteassistance.server.session.ColumnType.INT64;
import static dev.remoteassistance.server.session.ColumnType.STRING;

import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a session, in the contract's order and by its names. A column shows a property of the current report,
 * or is derived. The last one exists only with groupBy.
 */
public enum SessionColumn {
    ATTRIBUTE(STRING, JSON_PROPERTY_REMOTE_ASSISTANCE_SESSION_TYPE),
    DATE(DATE_TIME),
    DATE_DIFFERENCE(INT64),
    HELPER_DEVICE_AAD_ID(STRING, JSON_PROPERTY_HELPER_DEVICE_AAD_ID),
    HELPER_DEVICE_NAME(STRING, JSON_PROPERTY_HELPER_DEVICE_NAME),
    HELPER_EMAIL(STRING, JSON_PROPERTY_HELPER_EMAIL),
    HELPER_FIRST_NAME(STRING, JSON_PROPERTY_HELPER_FIRST_NAME),
    HELPER_LAST_NAME(STRING, JSON_PROPERTY_HELPER_LAST_NAME),
    SESSION_END(DATE_TIME, JSON_PROPERTY_END_DATE_TIME),
    SESSION_ID(STRING, JSON_PROPERTY_ID),
    SESSION_START(DATE_TIME, JSON_PROPERTY_START_DATE_TIME),
    SHARER_DEVICE_AAD_ID(STRING, JSON_PROPERTY_SHARER_DEVICE_AAD_ID),
    SHARER_DEVICE_NAME(STRING, JSON_PROPERTY_SHARER_DEVICE_NAME),
    SHARER_DEVICE_OS(STRING, JSON_PROPERTY_SHARER_OS),
    SHARER_DEVICE_SERIAL_NUMBER(STRING, JSON_PROPERTY_SHARER_DEVICE_SERIAL_NUMBER),
    SHARER_EMAIL(STRING, JSON_PROPERTY_SHARER_EMAIL),
    SHARER_FIRST_NAME(STRING, JSON_PROPERTY_SHARER_FIRST_NAME),
    SHARER_LAST_NAME(STRING, JSON_PROPERTY_SHARER_LAST_NAME),
    SESSION_TYPE(STRING, JSON_PROPERTY_REMOTE_ASSISTANCE_SESSION_TYPE),
    ELEVATION(INT64),
    HELPER_DEVICE_OS(STRING, JSON_PROPERTY_HELPER_OS),
    HELPER_ENROLLMENT_STATE(STRING, JSON_PROPERTY_HELPER_ENROLLMENT_STATE),
    HELPER_USER_ID(STRING, JSON_PROPERTY_HELPER_USER_ID),
    HELPER_TENANT_ID(STRING, JSON_PROPERTY_HELPER_TENANT_ID),
    HELPER_COMPANY_NAME(STRING, JSON_PROPERTY_HELPER_COMPANY_NAME),
    SHARER_ENROLLMENT_STATE(STRING, JSON_PROPERTY_SHARER_ENROLLMENT_STATE),
    SHARER_USER_ID(STRING, JSON_PROPERTY_SHARER_USER_ID),
    SHARER_TENANT_ID(STRING, JSON_PROPERTY_SHARER_TENANT_ID),
    DEVICE_ID(STRING, JSON_PROPERTY_DEVICE_ID),
    SESSION_CREATED(DATE_TIME, JSON_PROPERTY_SESSION_CREATE_DATE_TIME),
    SESSION_DIAGNOSTIC_CODE(STRING, JSON_PROPERTY_SESSION_DIAGNOSTIC_CODE),
    REPORTED(DATE_TIME),
    REPORTING_APP_ID(STRING),
    REPORTING_USER_ID(STRING),
    COUNT(INT64);

    /** Number of the columns that are Intune's. */
    public static final int INTUNE = SHARER_LAST_NAME.ordinal() + 1;

    private static final Map<String, SessionColumn> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(SessionColumn::label, Function.identity()));

    private final String label;
    private final ColumnType type;
    private final Optional<String> property;

    SessionColumn(ColumnType type) {
        this(type, null);
    }

    SessionColumn(ColumnType type, String property) {
        this.label = labelOf(name());
        this.type = type;
        this.property = Optional.ofNullable(property);
    }

    /** Finds the contract's name of a column. It leaves out the underscores, and capitalises in its own way. */
    private static String labelOf(String name) {
        String letters = name.replace("_", "");
        return Stream.concat(
                        RemoteAssistanceSessionColumn.knownValues().stream()
                                .map(RemoteAssistanceSessionColumn::getValue),
                        Stream.of("Count"))
                .filter(letters::equalsIgnoreCase)
                .findFirst()
                .orElseThrow();
    }

    /** Returns all columns of a session, in their order. */
    public static List<SessionColumn> ofSession() {
        return List.of(values()).subList(0, COUNT.ordinal());
    }

    /** Finds a column by its exact name in queries and answers. */
    static Optional<SessionColumn> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    /** Returns its name in queries and answers. */
    public String label() {
        return label;
    }

    public ColumnType type() {
        return type;
    }

    /** Returns the JSON name of the property that it shows; empty if it is derived. */
    public Optional<String> property() {
        return property;
    }
}
