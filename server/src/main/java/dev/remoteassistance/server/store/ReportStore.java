package dev.remoteassistance.server.store;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The audit trail. Reports are appended and read, and never overwritten. Safe for use by many threads. */
public interface ReportStore extends AutoCloseable {

    /**
     * Stores a report asynchronously. Once the stage is complete, the report survives a crash of the process and of the
     * machine.
     *
     * <p>A report with the tenant, id and content of a stored one is not stored again. A report with the same id and
     * other content is an amendment: it is stored beside the earlier ones and becomes the current one.
     *
     * @param caller the caller to whose tenant the report belongs, never null
     * @param report a valid report, never null
     * @return whether the report was new; fails with a {@link StoreUnavailableException} if the report could not be
     *     made durable (appending it again is safe), and with a {@link ReportRefusedException} if it never can be
     */
    CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report);

    /**
     * Stores a report as {@link #append(Caller, RemoteAssistanceReporting)} does.
     *
     * @param listener told of the transaction that made the report durable or failed to, if the store has transactions
     */
    default CompletionStage<AppendOutcome> append(
            Caller caller, RemoteAssistanceReporting report, CommitListener listener) {
        return append(caller, report);
    }

    /**
     * Passes the reports that are stored at its start to the reader, in the order of their sequence and in bounded
     * memory. Holds no transaction while the reader is called. A later export after the last sequence misses no report.
     *
     * @param query selects the reports
     * @param reader called once for each report
     * @throws StoreUnavailableException if the store cannot be read
     */
    void export(ExportQuery query, Consumer<StoredReport> reader);

    /**
     * Answers a query for the sessions of a tenant.
     *
     * @param query selects and orders the sessions
     * @return a page of them, as the store was when it was asked
     * @throws StoreUnavailableException if the store cannot be read, or needs too long
     * @throws dev.remoteassistance.server.session.QueryException if the page would take too much memory
     */
    SessionPage sessions(SessionQuery query);

    /**
     * Returns the reports of one session, the newest first. Each row shows the session as it was while that report was
     * the current one.
     *
     * @param id the session's id, as it was reported; the answer has no rows if nobody has reported it
     * @param query selects the tenant, the columns and the page; its search, filter and order do not matter
     * @return a page of them, as the store was when it was asked
     * @throws StoreUnavailableException if the store cannot be read, or needs too long
     * @throws dev.remoteassistance.server.session.QueryException if the reports of the page are too large
     */
    SessionPage history(String id, SessionQuery query);

    /**
     * Counts the sessions of a tenant, and adds up their lengths.
     *
     * @param query selects the sessions; its columns, order, skip and top do not matter
     * @throws StoreUnavailableException if the store cannot be read
     */
    SessionTotals totals(SessionQuery query);

    /** Returns whether the store can be reached now. */
    boolean isReady();

    @Override
    void close();
}
