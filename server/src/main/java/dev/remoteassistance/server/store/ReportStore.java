package dev.remoteassistance.server.store;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The audit trail: appended to, read, never overwritten. Safe for use by many threads. */
public interface ReportStore extends AutoCloseable {

    /**
     * Stores a report, without waiting for it; once the stage is complete, the report survives a crash of the process
     * and of the machine.
     *
     * <p>A report whose tenant, id and content are stored already is not stored again. The same id with another content
     * is an amendment: it is stored beside the earlier ones and becomes the current one.
     *
     * @param caller whose tenant the report belongs to, never null
     * @param report a valid report, never null
     * @return whether the report was new; fails with a {@link StoreUnavailableException} if the report could not be made
     *     durable, and appending it again is safe
     */
    CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report);

    /**
     * Passes on stored reports in the order of their arrival, in bounded memory.
     *
     * @param query which ones
     * @param reader called once for each report
     * @throws StoreUnavailableException if the store cannot be read
     */
    void export(ReportQuery query, Consumer<StoredReport> reader);

    /** Tells whether the store can be reached now. */
    boolean isReady();

    @Override
    void close();
}
