package dev.remoteassistance.server.report;

import static dev.remoteassistance.server.ErrorAssert.assertRefused;

import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.PersonalData;
import dev.remoteassistance.server.RunningServer;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportRefusedException;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SessionTotals;
import dev.remoteassistance.server.store.StoredReport;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A report that no repetition will get into the store. */
class UnstorableReportTest {

    @RegisterExtension
    final RunningServer server = new RunningServer(parts -> parts.store(new RefusingStore()));

    @Test
    void isTheCallersFault() throws Exception {
        assertRefused(server.post(PersonalData.REPORT), ErrorCode.BAD_REQUEST)
                .hasMessage("The report or the token holds a character that cannot be stored.");
    }

    private static final class RefusingStore implements ReportStore {

        @Override
        public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
            return CompletableFuture.failedFuture(
                    new ReportRefusedException(new SQLException("invalid byte sequence", "22021")));
        }

        @Override
        public void export(ExportQuery query, Consumer<StoredReport> reader) {
            // There is nothing to export.
        }

        @Override
        public SessionPage sessions(SessionQuery query) {
            throw new UnsupportedOperationException("Nobody asks this store");
        }

        @Override
        public SessionPage history(String id, SessionQuery query) {
            throw new UnsupportedOperationException("Nobody asks this store");
        }

        @Override
        public SessionTotals totals(SessionQuery query) {
            throw new UnsupportedOperationException("Nobody asks this store");
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
}
