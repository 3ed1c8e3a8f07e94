-- The audit trail. Rows are only ever added, and deleted when an operator has set an age for that.
CREATE TABLE report (
    sequence    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- order of arrival
    id_hash     BIGINT NOT NULL,                                 -- 64 bits of tenant and id
    digest      BYTEA NOT NULL,                                  -- 128 bits of the payload's SHA-256
    tenant_id   TEXT NOT NULL,                                   -- from the access token
    report_id   TEXT NOT NULL,                                   -- the payload's id, for readers of this table
    received_at TIMESTAMP (6) WITH TIME ZONE NOT NULL,           -- server time
    app_id      TEXT,                                            -- the application that reported
    user_id     TEXT,                                            -- the user that reported; null for an application on its own
    payload     TEXT NOT NULL,                                   -- remoteAssistanceReporting as JSON, to the letter
    UNIQUE (id_hash, digest)
);
