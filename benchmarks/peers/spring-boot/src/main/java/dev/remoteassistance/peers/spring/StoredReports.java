package dev.remoteassistance.peers.spring;

import java.time.Instant;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The audit trail. */
interface StoredReports extends Repository<StoredReport, Long> {

    /**
     * Stores a report unless it is stored already. Uses one statement: {@code save} would select the row first, and a
     * repeated report would make the transaction of {@code persist} fail.
     *
     * @return how many rows are new, 1 or 0
     */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            INSERT INTO report (tenant_id, report_id, digest, received_at, app_id, user_id, payload)
            VALUES (:tenantId, :reportId, :digest, :receivedAt, :appId, :userId, :payload)
            ON CONFLICT (tenant_id, report_id, digest) DO NOTHING
            """)
    int append(
            String tenantId,
            String reportId,
            byte[] digest,
            Instant receivedAt,
            String appId,
            String userId,
            String payload);
}
