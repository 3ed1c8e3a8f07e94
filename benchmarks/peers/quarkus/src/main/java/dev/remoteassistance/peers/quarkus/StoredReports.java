package dev.remoteassistance.peers.quarkus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** The audit trail. */
@ApplicationScoped
class StoredReports {

    private static final String APPEND = """
            INSERT INTO report (tenant_id, report_id, digest, received_at, app_id, user_id, payload)
            VALUES (:tenantId, :reportId, :digest, :receivedAt, :appId, :userId, :payload)
            ON CONFLICT (tenant_id, report_id, digest) DO NOTHING
            """;

    private final EntityManager entities;

    StoredReports(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Stores a report unless it is stored already. Uses one statement: {@code merge} would select the row first, and a
     * repeated report would make the transaction of {@code persist} fail.
     */
    @Transactional
    void append(Caller caller, String reportId, byte[] digest, String payload) {
        entities.createNativeQuery(APPEND)
                .setParameter("tenantId", caller.tenantId())
                .setParameter("reportId", reportId)
                .setParameter("digest", digest)
                .setParameter("receivedAt", Instant.now())
                .setParameter("appId", caller.appId())
                .setParameter("userId", caller.userId())
                .setParameter("payload", payload)
                .executeUpdate();
    }
}
