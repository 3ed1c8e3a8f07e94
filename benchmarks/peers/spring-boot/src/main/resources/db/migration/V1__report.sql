CREATE TABLE report (
    sequence    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant_id   text        NOT NULL,
    report_id   text        NOT NULL,
    digest      bytea       NOT NULL,
    received_at timestamptz NOT NULL,
    app_id      text,
    user_id     text,
    payload     text        NOT NULL,
    UNIQUE (tenant_id, report_id, digest)
);
