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
public record ExportQuery(long after, Optional<Instant> since, Optional<Instant> until, Optional<String> tenantId) {

    /** Every report of every tenant. */
    public static final ExportQuery ALL = new ExportQuery(0, Optional.empty(), Optional.empty(), Optional.empty());

    public ExportQuery {
        tenantId = tenantId.map(id -> id.toLowerCase(Locale.ROOT));
    }
}
