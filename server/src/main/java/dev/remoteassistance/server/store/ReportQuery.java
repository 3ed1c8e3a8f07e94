package dev.remoteassistance.server.store;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which stored reports are asked for.
 *
 * @param since those that arrived at this time or later; empty for all times
 * @param tenantId those of this tenant, in lower case; empty for all tenants
 */
public record ReportQuery(Optional<Instant> since, Optional<String> tenantId) {

    /** Every report of every tenant. */
    public static final ReportQuery ALL = new ReportQuery(Optional.empty(), Optional.empty());

    public ReportQuery {
        tenantId = tenantId.map(id -> id.toLowerCase(Locale.ROOT));
    }
}
