package dev.remoteassistance.peers.quarkus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.peers.quarkus.api.DeviceManagementApi;
import dev.remoteassistance.peers.quarkus.model.RemoteAssistanceReporting;
import dev.remoteassistance.peers.quarkus.model.ReportRemoteAssistanceRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Stores reports. Answers 204 after the commit. */
public class ReportResource implements DeviceManagementApi {

    private final StoredReports reports;
    private final ObjectMapper json;
    private final JsonWebToken token;

    ReportResource(StoredReports reports, ObjectMapper json, JsonWebToken token) {
        this.reports = reports;
        this.json = json;
        this.token = token;
    }

    /** Repeats the permissions of the contract, because the generator does not provide them. */
    @Override
    @Blocking
    @RolesAllowed({
        "DeviceManagementServiceConfig.Read.All",
        "DeviceManagementServiceConfig.ReadWrite.All",
        "DeviceManagementConfiguration.Read.All"
    })
    public Response reportRemoteAssistance(ReportRemoteAssistanceRequest request, String clientRequestId) {
        RemoteAssistanceReporting report = request.getReportingPayload();
        try {
            byte[] payload = json.writeValueAsBytes(report);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(payload);
            reports.append(Caller.of(token), report.getId(), digest, new String(payload, StandardCharsets.UTF_8));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("A report that was read cannot be written", e);
        }
        return Response.noContent().build();
    }
}
