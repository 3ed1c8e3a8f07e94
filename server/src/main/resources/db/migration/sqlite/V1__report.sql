-- The audit trail. Rows are only ever added.
CREATE TABLE report (
    sequence    INTEGER PRIMARY KEY AUTOINCREMENT, -- order of arrival
    tenant_id   TEXT NOT NULL,                     -- from the access token
    report_id   TEXT NOT NULL,                     -- the payload's id
    digest      BLOB NOT NULL,                     -- SHA-256 of the payload's content
    received_at TEXT NOT NULL,                     -- server time, UTC, microseconds
    app_id      TEXT,                              -- the application that reported
    user_id     TEXT,                              -- the user that reported; null for an application on its own
    payload     TEXT NOT NULL,                     -- remoteAssistanceReporting as JSON
    UNIQUE (tenant_id, report_id, digest)
) STRICT;
