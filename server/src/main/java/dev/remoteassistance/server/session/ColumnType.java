package dev.remoteassistance.server.session;

/** The types of the values of columns. */
public enum ColumnType {
    /** Text, compared by code points. */
    STRING("String", "text in quotes, such as 'Contoso'"),
    /** A whole number of 64 bits. */
    INT64("Int64", "a whole number"),
    /** An instant, shown in UTC. */
    DATE_TIME("DateTime", "a date or a date-time with its offset, such as 2026-11-24 (UTC) or 2026-11-24T08:00:00Z");

    private final String propertyType;
    private final String wanted;

    ColumnType(String propertyType, String wanted) {
        this.propertyType = propertyType;
        this.wanted = wanted;
    }

    /** Returns its name in the schema of an answer. */
    public String propertyType() {
        return propertyType;
    }

    /** Describes the values that a filter may compare with, for messages. */
    String wanted() {
        return wanted;
    }
}
