-- For retention, and for exports since a time. Every index of SQLite holds the sequence as well.
CREATE INDEX report_arrival ON report (received_at);
