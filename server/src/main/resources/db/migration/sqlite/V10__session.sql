-- A row for each session, with what its current report says; written with the report, and gone with it.
-- Date-times are text in UTC with nine fraction digits, which sorts as they do.
CREATE TABLE session (
    tenant_id                   TEXT NOT NULL,
    id_hash                     INTEGER NOT NULL, -- 64 bits of tenant and id
    sequence                    INTEGER PRIMARY KEY, -- of the current report
    search_text                 TEXT NOT NULL, -- what a search looks at
    date_difference             INTEGER,
    helper_device_aad_id        TEXT,
    helper_device_name          TEXT,
    helper_email                TEXT,
    helper_first_name           TEXT,
    helper_last_name            TEXT,
    session_end                 TEXT,
    session_id                  TEXT,
    session_start               TEXT,
    sharer_device_aad_id        TEXT,
    sharer_device_name          TEXT,
    sharer_device_os            TEXT,
    sharer_device_serial_number TEXT,
    sharer_email                TEXT,
    sharer_first_name           TEXT,
    sharer_last_name            TEXT,
    session_type                TEXT,
    helper_device_os            TEXT,
    helper_enrollment_state     TEXT,
    helper_user_id              TEXT,
    helper_tenant_id            TEXT,
    helper_company_name         TEXT,
    sharer_enrollment_state     TEXT,
    sharer_user_id              TEXT,
    sharer_tenant_id            TEXT,
    device_id                   TEXT,
    session_created             TEXT,
    session_diagnostic_code     TEXT,
    reported                    TEXT,
    reporting_app_id            TEXT,
    reporting_user_id           TEXT
) STRICT;

-- In the order of arrival, since every index of SQLite holds the sequence as well.
CREATE INDEX session_tenant ON session (tenant_id);
-- With what people filter by most, so that the rows of others need not be read.
CREATE INDEX session_start ON session (tenant_id, session_start, helper_email, sharer_email, sharer_device_name, session_type);

CREATE TRIGGER report_deleted AFTER DELETE ON report BEGIN
    DELETE FROM session WHERE sequence = OLD.sequence;
END;

-- What operators can ask, by the names of the page.
CREATE VIEW current_report AS
SELECT tenant_id AS "TenantId",
       session_type AS "Attribute",
       substr(session_start, 1, 10) AS "Date",
       date_difference AS "DateDifference",
       helper_device_aad_id AS "HelperDeviceAadId",
       helper_device_name AS "HelperDeviceName",
       helper_email AS "HelperEmail",
       helper_first_name AS "HelperFirstName",
       helper_last_name AS "HelperLastName",
       session_end AS "Sessionend",
       session_id AS "SessionId",
       session_start AS "Sessionstart",
       sharer_device_aad_id AS "SharerDeviceAadId",
       sharer_device_name AS "SharerDeviceName",
       sharer_device_os AS "SharerDeviceOS",
       sharer_device_serial_number AS "SharerDeviceSerialNumber",
       sharer_email AS "SharerEmail",
       sharer_first_name AS "SharerFirstName",
       sharer_last_name AS "SharerLastName",
       session_type AS "SessionType",
       CASE WHEN session_type = 'elevation' THEN 1 WHEN session_type IS NOT NULL THEN 0 END AS "Elevation",
       helper_device_os AS "HelperDeviceOS",
       helper_enrollment_state AS "HelperEnrollmentState",
       helper_user_id AS "HelperUserId",
       helper_tenant_id AS "HelperTenantId",
       helper_company_name AS "HelperCompanyName",
       sharer_enrollment_state AS "SharerEnrollmentState",
       sharer_user_id AS "SharerUserId",
       sharer_tenant_id AS "SharerTenantId",
       device_id AS "DeviceId",
       session_created AS "SessionCreated",
       session_diagnostic_code AS "SessionDiagnosticCode",
       reported AS "Reported",
       reporting_app_id AS "ReportingAppId",
       reporting_user_id AS "ReportingUserId"
  FROM session;
