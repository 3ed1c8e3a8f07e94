package dev.remoteassistance.server.session;

import static dev.remoteassistance.model.RemoteAssistanceReporting.*;
import static dev.remoteassistance.server.session.ColumnType.DATE_TIME;
import static dev.remoteassistance.server.session.ColumnType.INT64;
import static dev.remoteassistance.server.session.ColumnType.STRING;

import dev.remoteassistance.model.EnrollmentState;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.RemoteAssistanceSessionColumn;
import dev.remoteassistance.model.RemoteAssistanceSessionType;
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
    HELPER_DEVICE_AAD_ID(STRING, JSON_PROPERTY_HELPER_DEVICE_AAD_ID, RemoteAssistanceReporting::getHelperDeviceAadId),
    HELPER_DEVICE_NAME(STRING, JSON_PROPERTY_HELPER_DEVICE_NAME, RemoteAssistanceReporting::getHelperDeviceName),
    HELPER_EMAIL(STRING, JSON_PROPERTY_HELPER_EMAIL, RemoteAssistanceReporting::getHelperEmail),
    HELPER_FIRST_NAME(STRING, JSON_PROPERTY_HELPER_FIRST_NAME, RemoteAssistanceReporting::getHelperFirstName),
    HELPER_LAST_NAME(STRING, JSON_PROPERTY_HELPER_LAST_NAME, RemoteAssistanceReporting::getHelperLastName),
    SESSION_END(DATE_TIME, JSON_PROPERTY_END_DATE_TIME, RemoteAssistanceReporting::getEndDateTime),
    SESSION_ID(STRING, JSON_PROPERTY_ID, RemoteAssistanceReporting::getId),
    SESSION_START(DATE_TIME, JSON_PROPERTY_START_DATE_TIME, RemoteAssistanceReporting::getStartDateTime),
    SHARER_DEVICE_AAD_ID(STRING, JSON_PROPERTY_SHARER_DEVICE_AAD_ID, RemoteAssistanceReporting::getSharerDeviceAadId),
    SHARER_DEVICE_NAME(STRING, JSON_PROPERTY_SHARER_DEVICE_NAME, RemoteAssistanceReporting::getSharerDeviceName),
    SHARER_DEVICE_OS(STRING, JSON_PROPERTY_SHARER_OS, RemoteAssistanceReporting::getSharerOs),
    SHARER_DEVICE_SERIAL_NUMBER(
            STRING, JSON_PROPERTY_SHARER_DEVICE_SERIAL_NUMBER, RemoteAssistanceReporting::getSharerDeviceSerialNumber),
    SHARER_EMAIL(STRING, JSON_PROPERTY_SHARER_EMAIL, RemoteAssistanceReporting::getSharerEmail),
    SHARER_FIRST_NAME(STRING, JSON_PROPERTY_SHARER_FIRST_NAME, RemoteAssistanceReporting::getSharerFirstName),
    SHARER_LAST_NAME(STRING, JSON_PROPERTY_SHARER_LAST_NAME, RemoteAssistanceReporting::getSharerLastName),
    SESSION_TYPE(
            STRING,
            JSON_PROPERTY_REMOTE_ASSISTANCE_SESSION_TYPE,
            text(RemoteAssistanceReporting::getRemoteAssistanceSessionType, RemoteAssistanceSessionType::getValue)),
    ELEVATION(INT64),
    HELPER_DEVICE_OS(STRING, JSON_PROPERTY_HELPER_OS, RemoteAssistanceReporting::getHelperOs),
    HELPER_ENROLLMENT_STATE(
            STRING,
            JSON_PROPERTY_HELPER_ENROLLMENT_STATE,
            text(RemoteAssistanceReporting::getHelperEnrollmentState, EnrollmentState::getValue)),
    HELPER_USER_ID(STRING, JSON_PROPERTY_HELPER_USER_ID, RemoteAssistanceReporting::getHelperUserId),
    HELPER_TENANT_ID(STRING, JSON_PROPERTY_HELPER_TENANT_ID, RemoteAssistanceReporting::getHelperTenantId),
    HELPER_COMPANY_NAME(STRING, JSON_PROPERTY_HELPER_COMPANY_NAME, RemoteAssistanceReporting::getHelperCompanyName),
    SHARER_ENROLLMENT_STATE(
            STRING,
            JSON_PROPERTY_SHARER_ENROLLMENT_STATE,
            text(RemoteAssistanceReporting::getSharerEnrollmentState, EnrollmentState::getValue)),
    SHARER_USER_ID(STRING, JSON_PROPERTY_SHARER_USER_ID, RemoteAssistanceReporting::getSharerUserId),
    SHARER_TENANT_ID(STRING, JSON_PROPERTY_SHARER_TENANT_ID, RemoteAssistanceReporting::getSharerTenantId),
    DEVICE_ID(STRING, JSON_PROPERTY_DEVICE_ID, RemoteAssistanceReporting::getDeviceId),
    SESSION_CREATED(
            DATE_TIME, JSON_PROPERTY_SESSION_CREATE_DATE_TIME, RemoteAssistanceReporting::getSessionCreateDateTime),
    SESSION_DIAGNOSTIC_CODE(
            STRING, JSON_PROPERTY_SESSION_DIAGNOSTIC_CODE, RemoteAssistanceReporting::getSessionDiagnosticCode),
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
    private final Function<RemoteAssistanceReporting, Object> getter;

    SessionColumn(ColumnType type) {
        this(type, null);
    }

    SessionColumn(ColumnType type, String property) {
        this(type, property, report -> null);
    }

    SessionColumn(ColumnType type, String property, Function<RemoteAssistanceReporting, Object> getter) {
        this.label = labelOf(name());
        this.type = type;
        this.property = Optional.ofNullable(property);
        this.getter = getter;
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

    /** Reads a member of an enum, of which the column holds the text on the wire. */
    private static <E> Function<RemoteAssistanceReporting, Object> text(
            Function<RemoteAssistanceReporting, E> getter, Function<E, String> text) {
        return report -> Optional.ofNullable(getter.apply(report)).map(text).orElse(null);
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

    /** Returns the value of its property in a report; null if the report has none, or if the column is derived. */
    Object valueIn(RemoteAssistanceReporting report) {
        return getter.apply(report);
    }
}
