-- A row for each session, with what its current report says; written with the report, and gone with it.
-- Date-times are text in UTC with nine fraction digits, which sorts as they do.
CREATE TABLE session (
    tenant_id                   TEXT COLLATE "C" NOT NULL,
    id_hash                     BIGINT NOT NULL, -- 64 bits of tenant and id
    sequence                    BIGINT NOT NULL, -- of the current report
    search_text                 TEXT COLLATE "C" NOT NULL, -- what a search looks at
    date_difference             BIGINT,
    helper_device_aad_id        TEXT COLLATE "C",
    helper_device_name          TEXT COLLATE "C",
    helper_email                TEXT COLLATE "C",
    helper_first_name           TEXT COLLATE "C",
    helper_last_name            TEXT COLLATE "C",
    session_end                 TEXT COLLATE "C",
    session_id                  TEXT COLLATE "C",
    session_start               TEXT COLLATE "C",
    sharer_device_aad_id        TEXT COLLATE "C",
    sharer_device_name          TEXT COLLATE "C",
    sharer_device_os            TEXT COLLATE "C",
    sharer_device_serial_number TEXT COLLATE "C",
    sharer_email                TEXT COLLATE "C",
    sharer_first_name           TEXT COLLATE "C",
    sharer_last_name            TEXT COLLATE "C",
    session_type                TEXT COLLATE "C",
    helper_device_os            TEXT COLLATE "C",
    helper_enrollment_state     TEXT COLLATE "C",
    helper_user_id              TEXT COLLATE "C",
    helper_tenant_id            TEXT COLLATE "C",
    helper_company_name         TEXT COLLATE "C",
    sharer_enrollment_state     TEXT COLLATE "C",
    sharer_user_id              TEXT COLLATE "C",
    sharer_tenant_id            TEXT COLLATE "C",
    device_id                   TEXT COLLATE "C",
    session_created             TEXT COLLATE "C",
    session_diagnostic_code     TEXT COLLATE "C",
    reported                    TEXT COLLATE "C",
    reporting_app_id            TEXT COLLATE "C",
    reporting_user_id           TEXT COLLATE "C",
    PRIMARY KEY (tenant_id, id_hash)
);

CREATE INDEX session_sequence ON session (tenant_id, sequence);
CREATE INDEX session_start ON session (tenant_id, session_start NULLS FIRST) INCLUDE (session_type);
-- One for each, since an entry has at most 2,704 bytes.
CREATE INDEX session_helper ON session (tenant_id, helper_email);
CREATE INDEX session_sharer ON session (tenant_id, sharer_email);
CREATE INDEX session_device ON session (tenant_id, sharer_device_name);

CREATE FUNCTION delete_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM session USING deleted
     WHERE session.tenant_id = deleted.tenant_id AND session.id_hash = deleted.id_hash AND session.sequence = deleted.sequence;
    RETURN NULL;
END $$;

CREATE TRIGGER report_deleted AFTER DELETE ON report
    REFERENCING OLD TABLE AS deleted FOR EACH STATEMENT EXECUTE FUNCTION delete_sessions();

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
