package dev.remoteassistance.server.session;

import static dev.remoteassistance.model.RemoteAssistanceReporting.*;
import static dev.remoteassistance.server.session.ColumnType.DATE_TIME;
import static dev.remoteassistance.server.session.ColumnType.INT64;
import static dev.remoteassistance.server.session.ColumnType.STRING;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of a session: first those of Intune's export report {@code RemoteAssistanceSessions}, in its order and
 * spelling, then ours. A column shows a property of the current report, or is derived.
 */
public enum SessionColumn {
    ATTRIBUTE("Attribute", STRING, JSON_PROPERTY_REMOTE_ASSISTANCE_SESSION_TYPE),
    DATE("Date", DATE_TIME, null, "the day in UTC on which the session started, as its first instant"),
    DATE_DIFFERENCE("DateDifference", INT64, null, "length of the session in whole seconds, rounded down"),
    HELPER_DEVICE_AAD_ID("HelperDeviceAadId", STRING, JSON_PROPERTY_HELPER_DEVICE_AAD_ID),
    HELPER_DEVICE_NAME("HelperDeviceName", STRING, JSON_PROPERTY_HELPER_DEVICE_NAME),
    HELPER_EMAIL("HelperEmail", STRING, JSON_PROPERTY_HELPER_EMAIL),
    HELPER_FIRST_NAME("HelperFirstName", STRING, JSON_PROPERTY_HELPER_FIRST_NAME),
    HELPER_LAST_NAME("HelperLastName", STRING, JSON_PROPERTY_HELPER_LAST_NAME),
    SESSION_END("Sessionend", DATE_TIME, JSON_PROPERTY_END_DATE_TIME),
    SESSION_ID("SessionId", STRING, JSON_PROPERTY_ID),
    SESSION_START("Sessionstart", DATE_TIME, JSON_PROPERTY_START_DATE_TIME),
    SHARER_DEVICE_AAD_ID("SharerDeviceAadId", STRING, JSON_PROPERTY_SHARER_DEVICE_AAD_ID),
    SHARER_DEVICE_NAME("SharerDeviceName", STRING, JSON_PROPERTY_SHARER_DEVICE_NAME),
    SHARER_DEVICE_OS("SharerDeviceOS", STRING, JSON_PROPERTY_SHARER_OS),
    SHARER_DEVICE_SERIAL_NUMBER("SharerDeviceSerialNumber", STRING, JSON_PROPERTY_SHARER_DEVICE_SERIAL_NUMBER),
    SHARER_EMAIL("SharerEmail", STRING, JSON_PROPERTY_SHARER_EMAIL),
    SHARER_FIRST_NAME("SharerFirstName", STRING, JSON_PROPERTY_SHARER_FIRST_NAME),
    SHARER_LAST_NAME("SharerLastName", STRING, JSON_PROPERTY_SHARER_LAST_NAME),
    SESSION_TYPE("SessionType", STRING, JSON_PROPERTY_REMOTE_ASSISTANCE_SESSION_TYPE),
    ELEVATION("Elevation", INT64, null, "1 if the type of the session is elevation, 0 if it is another"),
    HELPER_DEVICE_OS("HelperDeviceOS", STRING, JSON_PROPERTY_HELPER_OS),
    HELPER_ENROLLMENT_STATE("HelperEnrollmentState", STRING, JSON_PROPERTY_HELPER_ENROLLMENT_STATE),
    HELPER_USER_ID("HelperUserId", STRING, JSON_PROPERTY_HELPER_USER_ID),
    HELPER_TENANT_ID("HelperTenantId", STRING, JSON_PROPERTY_HELPER_TENANT_ID),
    HELPER_COMPANY_NAME("HelperCompanyName", STRING, JSON_PROPERTY_HELPER_COMPANY_NAME),
    SHARER_ENROLLMENT_STATE("SharerEnrollmentState", STRING, JSON_PROPERTY_SHARER_ENROLLMENT_STATE),
    SHARER_USER_ID("SharerUserId", STRING, JSON_PROPERTY_SHARER_USER_ID),
    SHARER_TENANT_ID("SharerTenantId", STRING, JSON_PROPERTY_SHARER_TENANT_ID),
    DEVICE_ID("DeviceId", STRING, JSON_PROPERTY_DEVICE_ID),
    SESSION_CREATED("SessionCreated", DATE_TIME, JSON_PROPERTY_SESSION_CREATE_DATE_TIME),
    SESSION_DIAGNOSTIC_CODE("SessionDiagnosticCode", STRING, JSON_PROPERTY_SESSION_DIAGNOSTIC_CODE),
    REPORTED("Reported", DATE_TIME, null, "when the current report arrived, by the server's clock"),
    REPORTING_APP_ID("ReportingAppId", STRING, null, "the application that sent the current report"),
    REPORTING_USER_ID("ReportingUserId", STRING, null, "the user that sent it; none for an application on its own"),
    COUNT("Count", INT64, null, "how many sessions a row stands for; only with groupBy");

    /** Number of the columns that are Intune's. */
    public static final int INTUNE = SHARER_LAST_NAME.ordinal() + 1;

    private static final Map<String, SessionColumn> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(SessionColumn::label, Function.identity()));

    private final String label;
    private final ColumnType type;
    private final Optional<String> property;
    private final String meaning;

    SessionColumn(String label, ColumnType type, String property) {
        this(label, type, property, "the report's `%s`".formatted(property));
    }

    SessionColumn(String label, ColumnType type, String property, String meaning) {
        this.label = label;
        this.type = type;
        this.property = Optional.ofNullable(property);
        this.meaning = meaning;
    }

    /** Returns all columns of a session, in their order. */
    public static List<SessionColumn> ofSession() {
        return List.of(values()).subList(0, COUNT.ordinal());
    }

    /** Finds a column by its name in questions and answers, to the letter. */
    static Optional<SessionColumn> labelled(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    /** Returns its name in questions and answers. */
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

    /** Says in a phrase what it shows. */
    public String meaning() {
        return meaning;
    }
}
