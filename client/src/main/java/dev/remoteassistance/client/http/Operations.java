package dev.remoteassistance.client.http;

import dev.remoteassistance.client.generated.DeviceManagementApi;
import dev.remoteassistance.client.generated.ReportsApi;
import dev.remoteassistance.client.session.SessionPage;
import dev.remoteassistance.model.HistoryQuery;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.model.ReportRemoteAssistanceRequest;
import java.time.Duration;
import java.util.Optional;

/** The operations of the contract. */
public record Operations(
        Operation<RemoteAssistanceReporting, Void> report,
        Operation<ReportQuery, SessionPage> sessions,
        Operation<HistoryQuery, SessionPage> history,
        Operation<MonitorQuery, Long> activeSessions,
        Operation<MonitorQuery, Long> totalSessions,
        Operation<MonitorQuery, Optional<Duration>> averageSessionTime) {

    public Operations(Transport transport) {
        this(new DeviceManagementApi(transport.generated()), new ReportsApi(transport.generated()));
    }

    private Operations(DeviceManagementApi deviceManagement, ReportsApi reports) {
        this(
                Operation.report((payload, clientRequestId, headers) -> deviceManagement.reportRemoteAssistance(
                        new ReportRemoteAssistanceRequest().reportingPayload(payload), clientRequestId, headers)),
                Operation.query(reports::getRemoteAssistanceSessionsReport, ReportReader::readPage),
                Operation.query(reports::getRemoteAssistanceSessionHistoryReport, ReportReader::readPage),
                Operation.query(reports::getRemoteAssistanceMonitorActiveSessionsReport, ReportReader::readCount),
                Operation.query(reports::getRemoteAssistanceMonitorTotalSessionsReport, ReportReader::readCount),
                Operation.query(reports::getRemoteAssistanceMonitorAvgSessionTimeReport, ReportReader::readSeconds));
    }
}
