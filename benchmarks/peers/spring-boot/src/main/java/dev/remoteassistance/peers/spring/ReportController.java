package dev.remoteassistance.peers.spring;

import dev.remoteassistance.peers.spring.api.DeviceManagementApi;
import dev.remoteassistance.peers.spring.model.RemoteAssistanceReporting;
import dev.remoteassistance.peers.spring.model.ReportRemoteAssistanceRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Stores reports. Answers 204 after the commit. */
@RestController
class ReportController implements DeviceManagementApi {

    private final StoredReports reports;
    private final JsonMapper json;

    ReportController(StoredReports reports, JsonMapper json) {
        this.reports = reports;
        this.json = json;
    }

    @Override
    public ResponseEntity<Void> reportRemoteAssistance(ReportRemoteAssistanceRequest request, String clientRequestId) {
        // Taken from the context, because the generated method has no parameter for it.
        Caller caller = Caller.of(
                (Jwt) SecurityContextHolder.getContext().getAuthentication().getPrincipal());
        RemoteAssistanceReporting report = request.getReportingPayload();
        byte[] payload = json.writeValueAsBytes(report);
        reports.append(
                caller.tenantId(),
                report.getId(),
                digest(payload),
                Instant.now(),
                caller.appId(),
                caller.userId(),
                new String(payload, StandardCharsets.UTF_8));
        return ResponseEntity.noContent().build();
    }

    private static byte[] digest(byte[] payload) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(payload);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
