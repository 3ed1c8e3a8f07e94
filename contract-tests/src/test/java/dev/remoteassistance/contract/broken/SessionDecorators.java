package dev.remoteassistance.contract.broken;

import dev.remoteassistance.contract.broken.StoreDecorators.Between;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SessionTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Stores that answer questions about sessions wrongly, with one fault each; the real store behind them does everything else. */
final class SessionDecorators {

    private SessionDecorators() {}

    /** Returns a query about the sessions of another tenant. */
    static SessionQuery of(String tenantId, SessionQuery query) {
        return new SessionQuery(
                tenantId,
                query.select(),
                query.search(),
                query.isGrouped(),
                query.orderBy(),
                query.after(),
                query.skip(),
                query.top(),
                query.filter());
    }

    /** Every tenant sees the sessions of the one that reported last. */
    static UnaryOperator<ReportStore> ofAnotherTenant() {
        return real -> new Between(real) {
            private final AtomicReference<String> last = new AtomicReference<>();

            @Override
            public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
                last.set(caller.tenantId());
                return real.append(caller, report);
            }

            @Override
            public SessionPage sessions(SessionQuery query) {
                return real.sessions(ofLast(query));
            }

            @Override
            public SessionTotals totals(SessionQuery query) {
                return real.totals(ofLast(query));
            }

            private SessionQuery ofLast(SessionQuery query) {
                return last.get() == null ? query : of(last.get(), query);
            }
        };
    }

    /** An amendment is shown beside what it amends. */
    static UnaryOperator<ReportStore> withAmendmentsAsSessions() {
        return real -> new Between(real) {
            @Override
            public SessionPage sessions(SessionQuery query) {
                SessionPage page = real.sessions(query);
                long amended = amended(query);
                List<List<Object>> rows = new ArrayList<>(page.rows());
                for (long i = 0; i < amended && !page.rows().isEmpty() && rows.size() < query.top(); i++) {
                    rows.add(page.rows().get(page.rows().size() - 1));
                }
                OptionalLong total = page.total().isPresent()
                        ? OptionalLong.of(page.total().getAsLong() + amended)
                        : OptionalLong.empty();
                return new SessionPage(page.columns(), rows, total, page.last());
            }

            @Override
            public SessionTotals totals(SessionQuery query) {
                SessionTotals totals = real.totals(query);
                return new SessionTotals(totals.sessions() + amended(query), totals.timed(), totals.seconds());
            }

            private long amended(SessionQuery query) {
                return stored().stream()
                        .filter(row -> row.tenantId().equals(query.tenantId()) && !row.current())
                        .count();
            }
        };
    }
}
