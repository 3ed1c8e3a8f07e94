package dev.remoteassistance.server.store;

import java.util.function.Consumer;

/** Where stored reports can be read. */
public interface ReportSource {

    /**
     * Passes on stored reports in the order of their arrival, in bounded memory.
     *
     * @param query which ones
     * @param reader called once for each report
     * @throws StoreUnavailableException if the store cannot be read
     */
    void export(ReportQuery query, Consumer<StoredReport> reader);
}
