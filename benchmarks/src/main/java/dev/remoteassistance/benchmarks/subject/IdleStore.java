package dev.remoteassistance.benchmarks.subject;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SessionTotals;
import dev.remoteassistance.server.store.StoredReport;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A store that does nothing, to measure the cost of everything else. */
final class IdleStore implements ReportStore {

    private static final CompletionStage<AppendOutcome> STORED = CompletableFuture.completedStage(AppendOutcome.STORED);

    @Override
    public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
        return STORED;
    }

    @Override
    public void export(ExportQuery query, Consumer<StoredReport> reader) {
        // There is nothing to export.
    }

    @Override
    public SessionPage sessions(SessionQuery query) {
        return new SessionPage(query.columns(), List.of(), OptionalLong.of(0), Optional.empty());
    }

    @Override
    public SessionPage history(String id, SessionQuery query) {
        return sessions(query);
    }

    @Override
    public SessionTotals totals(SessionQuery query) {
        return new SessionTotals(0, 0, 0);
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
