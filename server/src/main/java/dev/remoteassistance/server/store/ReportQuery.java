package dev.remoteassistance.server.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which stored reports are asked for.
 *
 * @param after those behind the one with this sequence; 0 for all
 * @param since those that arrived at this time or later; empty for all times
 * @param until those that arrived before this time; empty for all times
 * @param tenantId those of this tenant, in lower case; empty for all tenants
 */
public record ReportQuery(long after, Optional<Instant> since, Optional<Instant> until, Optional<String> tenantId) {

    /** Every report of every tenant. */
    public static final ReportQuery ALL = new ReportQuery(0, Optional.empty(), Optional.empty(), Optional.empty());

    public ReportQuery {
        tenantId = tenantId.map(id -> id.toLowerCase(Locale.ROOT));
    }

    /** The same, behind a report. */
    public ReportQuery after(long sequence) {
        return new ReportQuery(sequence, since, until, tenantId);
    }

    /** The same, since a time. */
    public ReportQuery since(Optional<Instant> time) {
        return new ReportQuery(after, time, until, tenantId);
    }

    /** The same, until a time. */
    public ReportQuery until(Optional<Instant> time) {
        return new ReportQuery(after, since, time, tenantId);
    }

    /** The same, of a tenant. */
    public ReportQuery ofTenant(Optional<String> id) {
        return new ReportQuery(after, since, until, id);
    }
}
