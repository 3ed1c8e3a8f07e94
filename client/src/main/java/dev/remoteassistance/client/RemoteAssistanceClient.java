package dev.remoteassistance.client;

import dev.remoteassistance.client.http.Operation;
import dev.remoteassistance.client.http.Operations;
import dev.remoteassistance.client.http.Transport;
import dev.remoteassistance.client.session.SessionPage;
import dev.remoteassistance.client.session.SessionReport;
import dev.remoteassistance.model.HistoryQuery;
import dev.remoteassistance.model.MonitorQuery;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.ReportQuery;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends reports of remote-assistance sessions, and reads the sessions of the tenant.
 *
 * <p>A request is sent again after {@code 408}, {@code 429}, {@code 503}, {@code 504} and lost connections, as
 * {@link RetryPolicy} says; the server still stores a report once. All attempts for a request carry the same
 * {@code client-request-id}.
 *
 * <p>Immutable and safe for use by many threads. Create one client and keep it, because it holds the connections.
 */
public final class RemoteAssistanceClient {

    private final Transport transport;
    private final Operations operations;
    private final RetryPolicy retryPolicy;

    RemoteAssistanceClient(Transport transport, RetryPolicy retryPolicy) {
        this.transport = transport;
        this.operations = new Operations(transport);
        this.retryPolicy = retryPolicy;
    }

    /**
     * Returns a builder of clients.
     *
     * @param tokens provides the access tokens, not null
     * @return a new builder with defaults for everything else
     */
    public static Builder builder(AccessTokenProvider tokens) {
        return new Builder(Objects.requireNonNull(tokens, "tokens"));
    }

    /**
     * Sends a report and waits until the server has stored it.
     *
     * @param payload the report, not null; {@code id} is required, everything else optional
     * @throws InvalidReportException if the server will never take this report
     * @throws AuthenticationException if the access token is not valid
     * @throws PermissionException if the tenant is not served or a permission is missing
     * @throws ThrottledException if there are too many reports, also after all retries
     * @throws ServerException if the server fails, also after all retries
     * @throws ConnectionException if there is no answer, also after all retries, or if the thread is interrupted; the
     *     report may or may not be stored then
     * @throws IllegalArgumentException if the payload holds an additional property that cannot be written as JSON
     */
    public void report(RemoteAssistanceReporting payload) {
        call(operations.report(), payload).await();
    }

    /**
     * Sends a report asynchronously. Otherwise the same as {@link #report}.
     *
     * @param payload the report, not null; must not be changed before the future is done
     * @return completed once the server has stored the report, or with one of the exceptions of {@link #report};
     *     cancelling it ends the retries
     */
    public CompletableFuture<Void> reportAsync(RemoteAssistanceReporting payload) {
        return call(operations.report(), payload).start();
    }

    /**
     * Returns the sessions of the token's tenant that a query selects. Nothing is asked before they are read.
     *
     * <p>Reading them throws what {@link #report} throws, with two differences: {@link InvalidQueryException} if the
     * server will never answer this query, and {@link ErrorResponseException} itself if its answer cannot be read or has
     * more than 32 MiB.
     *
     * @param query which sessions and columns, and in which order, not null; a new one selects all. It is copied
     * @return the sessions, read page by page
     */
    public SessionReport sessions(ReportQuery query) {
        return new SessionReport(
                query,
                page -> call(operations.sessions(), page).await(),
                page -> call(operations.sessions(), page).start());
    }

    /**
     * Returns the reports of one session of the token's tenant, the newest first: its current report, and those that were
     * amended. Each row shows the session as it was while that report was the current one; {@code Reported} tells when it
     * arrived. Throws what reading {@link #sessions} throws.
     *
     * @param query which session, by the {@code id} of its reports, which columns, and which page, not null; the id is
     *     required, everything else optional
     * @return one page, whose {@link SessionPage#totalRowCount()} tells how many reports the session has; without rows if
     *     nobody has reported the session
     */
    public SessionPage history(HistoryQuery query) {
        return call(operations.history(), query).await();
    }

    /**
     * Returns how many sessions of the token's tenant are active: those whose reports say that they began before now, and
     * name no end that has passed. Throws what reading {@link #sessions} throws.
     *
     * @param query which sessions are counted, not null; a new one counts all
     * @return at least 0
     */
    public long activeSessions(MonitorQuery query) {
        return call(operations.activeSessions(), query).await();
    }

    /**
     * Returns how many sessions the token's tenant has. Throws what reading {@link #sessions} throws.
     *
     * @param query which sessions are counted, not null; a new one counts all
     * @return at least 0
     */
    public long totalSessions(MonitorQuery query) {
        return call(operations.totalSessions(), query).await();
    }

    /**
     * Returns how long sessions of the token's tenant are on average. Throws what reading {@link #sessions} throws.
     *
     * @param query which sessions count, not null; a new one means all
     * @return whole seconds, rounded down; empty if no session has both a start and an end
     */
    public Optional<Duration> averageSessionTime(MonitorQuery query) {
        return call(operations.averageSessionTime(), query).await();
    }

    private <Q, T> Call<Q, T> call(Operation<Q, T> operation, Q body) {
        return new Call<>(transport, retryPolicy, operation, body);
    }

    /** Builds clients. Not safe for use by many threads. */
    public static final class Builder extends ClientBuilder {

        private Builder(AccessTokenProvider tokens) {
            super(tokens);
        }
    }
}
