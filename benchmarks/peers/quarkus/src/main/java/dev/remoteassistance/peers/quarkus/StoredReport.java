package dev.remoteassistance.peers.quarkus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table of reports. */
@Entity
@Table(name = "report")
class StoredReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long sequence;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private String tenantId;

    @Column(name = "report_id", nullable = false, updatable = false)
    private String reportId;

    @Column(nullable = false, updatable = false)
    private byte[] digest;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant receivedAt;

    @Column(name = "app_id", updatable = false)
    private String appId;

    @Column(name = "user_id", updatable = false)
    private String userId;

    @Column(nullable = false, updatable = false)
    private String payload;

    protected StoredReport() {}
}
