package dev.remoteassistance.peers.spring;

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

    @Column(nullable = false, updatable = false)
    private String tenantId;

    @Column(nullable = false, updatable = false)
    private String reportId;

    @Column(nullable = false, updatable = false)
    private byte[] digest;

    @Column(nullable = false, updatable = false)
    private Instant receivedAt;

    @Column(updatable = false)
    private String appId;

    @Column(updatable = false)
    private String userId;

    @Column(nullable = false, updatable = false)
    private String payload;

    protected StoredReport() {}
}
