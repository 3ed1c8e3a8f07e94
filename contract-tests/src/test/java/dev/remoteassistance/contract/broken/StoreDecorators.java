package dev.remoteassistance.contract.broken;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.auth.Caller;
import dev.remoteassistance.server.session.SessionPage;
import dev.remoteassistance.server.session.SessionQuery;
import dev.remoteassistance.server.store.AppendOutcome;
import dev.remoteassistance.server.store.ExportQuery;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.SessionTotals;
import dev.remoteassistance.server.store.StoredReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Stores with one fault each; the real store behind them does everything else. */
final class StoreDecorators {

    private static final JsonMapper JSON = JsonPolicy.newMapper();

    private StoreDecorators() {}

    /** Passes everything on; variants override what they get wrong. */
    static class Between implements ReportStore {

        final ReportStore real;

        Between(ReportStore real) {
            this.real = real;
        }

        @Override
        public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
            return real.append(caller, report);
        }

        @Override
        public void export(ExportQuery query, Consumer<StoredReport> reader) {
            real.export(query, reader);
        }

        @Override
        public SessionPage sessions(SessionQuery query) {
            return real.sessions(query);
        }

        @Override
        public SessionPage history(String id, SessionQuery query) {
            return real.history(id, query);
        }

        @Override
        public SessionTotals totals(SessionQuery query) {
            return real.totals(query);
        }

        @Override
        public boolean isReady() {
            return real.isReady();
        }

        @Override
        public void close() {
            real.close();
        }

        List<StoredReport> stored() {
            List<StoredReport> rows = new ArrayList<>();
            real.export(ExportQuery.ALL, rows::add);
            return rows;
        }
    }

    /** Acknowledges and forgets. */
    static UnaryOperator<ReportStore> forgetting() {
        return real -> new Between(real) {
            @Override
            public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
                return CompletableFuture.completedFuture(AppendOutcome.values()[0]);
            }
        };
    }

    /** Files a report under another tenant. */
    static UnaryOperator<ReportStore> inTenant(String tenant) {
        return real -> new Between(real) {
            @Override
            public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
                return real.append(
                        new Caller(tenant, caller.kind(), caller.appId(), caller.userId(), Set.of()), report);
            }
        };
    }

    /** Changes each payload before it is stored. */
    static UnaryOperator<ReportStore> changing(Consumer<ObjectNode> change) {
        return real -> new Between(real) {
            @Override
            public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
                try {
                    // Converts through text, because equal numbers of a tree may differ in their type.
                    ObjectNode payload = (ObjectNode) JSON.readTree(JSON.writeValueAsString(report));
                    change.accept(payload);
                    return real.append(caller, JSON.treeToValue(payload, RemoteAssistanceReporting.class));
                } catch (JsonProcessingException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    /** Stores each report once more, with another id. */
    static UnaryOperator<ReportStore> storingTwice() {
        return real -> new Between(real) {
            @Override
            public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
                return real.append(caller, report)
                        .thenCompose(outcome -> real.append(caller, report.id(report.getId() + "'"))
                                .thenApply(second -> outcome));
            }
        };
    }

    /** Stores the same report again as a new one, and so has it twice. */
    static UnaryOperator<ReportStore> withDuplicates() {
        return real -> new Between(real) {
            private final List<StoredReport> repeated = new ArrayList<>();

            @Override
            public CompletionStage<AppendOutcome> append(Caller caller, RemoteAssistanceReporting report) {
                int before = stored().size();
                return real.append(caller, report).thenApply(outcome -> {
                    List<StoredReport> after = stored();
                    if (after.size() == before) {
                        repeated.add(after.get(after.size() - 1));
                    }
                    return outcome;
                });
            }

            @Override
            public void export(ExportQuery query, Consumer<StoredReport> reader) {
                real.export(query, reader);
                repeated.forEach(reader);
            }
        };
    }

    /** Changes the rows that an export reads. */
    static UnaryOperator<ReportStore> showing(UnaryOperator<List<StoredReport>> change) {
        return real -> new Between(real) {
            @Override
            public void export(ExportQuery query, Consumer<StoredReport> reader) {
                change.apply(stored()).forEach(reader);
            }
        };
    }

    /** An amendment replaces what it amends. */
    static UnaryOperator<ReportStore> overwriting() {
        return showing(rows -> rows.stream().filter(StoredReport::current).toList());
    }

    /** The first report of an id stays the current one. */
    static UnaryOperator<ReportStore> withTheFirstCurrent() {
        return showing(rows -> {
            Set<String> seen = new HashSet<>();
            return rows.stream()
                    .map(row -> new StoredReport(
                            row.sequence(),
                            row.tenantId(),
                            row.id(),
                            row.receivedAt(),
                            seen.add(row.tenantId() + row.id()),
                            row.appId(),
                            row.userId(),
                            row.payload()))
                    .toList();
        });
    }
}
