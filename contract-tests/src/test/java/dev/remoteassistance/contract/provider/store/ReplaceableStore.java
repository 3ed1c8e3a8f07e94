package dev.remoteassistance.contract.provider.store;

import dev.remoteassistance.server.store.ReportStore;
import java.util.function.UnaryOperator;

/** Stands between a server and its store, and passes everything to a variant of the store, which can change while the server runs. */
public final class ReplaceableStore {

    private final ReportStore real;
    private volatile ReportStore variant;

    public ReplaceableStore(ReportStore real) {
        this.real = real;
        this.variant = real;
    }

    /** Returns what a server takes for its store. */
    public ReportStore store() {
        return StoreProxy.of((method, arguments) -> StoreProxy.call(variant, method, arguments));
    }

    /** Puts a variant in the place of the one before. */
    public void replace(UnaryOperator<ReportStore> between) {
        variant = between.apply(real);
    }
}
