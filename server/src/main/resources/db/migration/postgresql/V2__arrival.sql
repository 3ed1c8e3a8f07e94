-- For retention, and for exports since a time. The sequence stands in it, so that the table need not be read.
CREATE INDEX report_arrival ON report (received_at, sequence);
