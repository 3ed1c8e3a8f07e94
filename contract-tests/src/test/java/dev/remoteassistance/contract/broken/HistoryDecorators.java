package dev.remoteassistance.contract.broken;

import dev.remoteassistance.contract.broken.StoreDecorators.Between;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Stores that answer with a wrong history of a session, with one fault each; the real store behind them does everything else. */
final class HistoryDecorators {

    private HistoryDecorators() {}

    /** All tenants share the sessions. */
    static UnaryOperator<ReportStore> ofAllTenants() {
        return real -> new Between(real) {
            @Override
            public SessionPage history(String id, SessionQuery query) {
                List<List<Object>> rows = new ArrayList<>();
                stored().stream()
                        .map(StoredReport::tenantId)
                        .distinct()
                        .forEach(tenantId -> rows.addAll(real.history(id, SessionDecorators.of(tenantId, query))
                                .rows()));
                return page(real.history(id, query), rows);
            }
        };
    }

    static UnaryOperator<ReportStore> ofTheCurrentReport() {
        return showing(rows -> rows.subList(0, Math.min(1, rows.size())));
    }

    static UnaryOperator<ReportStore> turnedRound() {
        return showing(rows -> {
            List<List<Object>> turned = new ArrayList<>(rows);
            Collections.reverse(turned);
            return turned;
        });
    }

    /** Shows the last report twice. */
    static UnaryOperator<ReportStore> withARepetition() {
        return showing(rows -> {
            List<List<Object>> more = new ArrayList<>(rows);
            if (!rows.isEmpty()) {
                more.add(rows.get(rows.size() - 1));
            }
            return more;
        });
    }

    static UnaryOperator<ReportStore> repeatingTheCurrentReport() {
        return showing(rows -> rows.isEmpty() ? rows : Collections.nCopies(rows.size(), rows.get(0)));
    }

    static UnaryOperator<ReportStore> countingThePage() {
        return real -> new Between(real) {
            @Override
            public SessionPage history(String id, SessionQuery query) {
                SessionPage page = real.history(id, query);
                return new SessionPage(
                        page.columns(), page.rows(), OptionalLong.of(page.rows().size()), page.last());
            }
        };
    }

    /** Changes the rows of a page, and their number as much. */
    private static UnaryOperator<ReportStore> showing(UnaryOperator<List<List<Object>>> change) {
        return real -> new Between(real) {
            @Override
            public SessionPage history(String id, SessionQuery query) {
                SessionPage page = real.history(id, query);
                return page(page, change.apply(page.rows()));
            }
        };
    }

    private static SessionPage page(SessionPage real, List<List<Object>> rows) {
        long more = (long) rows.size() - real.rows().size();
        return new SessionPage(
                real.columns(), rows, OptionalLong.of(real.total().orElseThrow() + more), real.last());
    }
}
