package dev.remoteassistance.server.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Selects stored reports.
 *
 * @param after only reports after the one with this sequence; 0 for all
 * @param since only reports that arrived at this time or later; empty for all times
 * @param until only reports that arrived before this time; empty for all times
 * @param tenantId only reports of this tenant, in lower case; empty for all tenants
 */
public record ReportQuery(long after, Optional<Instant> since, Optional<Instant> until, Optional<String> tenantId) {

    /** Every report of every tenant. */
    public static final ReportQuery ALL = new ReportQuery(0, Optional.empty(), Optional.empty(), Optional.empty());

    public ReportQuery {
        tenantId = tenantId.map(id -> id.toLowerCase(Locale.ROOT));
    }

    /** Returns this query for reports after the one with this sequence. */
    public ReportQuery after(long sequence) {
        return new ReportQuery(sequence, since, until, tenantId);
    }

    /** Returns this query for reports since a time. */
    public ReportQuery since(Optional<Instant> time) {
        return new ReportQuery(after, time, until, tenantId);
    }

    /** Returns this query for reports before a time. */
    public ReportQuery until(Optional<Instant> time) {
        return new ReportQuery(after, since, time, tenantId);
    }

    /** Returns this query for reports of a tenant. */
    public ReportQuery ofTenant(Optional<String> id) {
        return new ReportQuery(after, since, until, id);
    }
}
