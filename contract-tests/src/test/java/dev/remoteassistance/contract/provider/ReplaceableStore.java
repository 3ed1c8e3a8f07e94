package dev.remoteassistance.contract.provider;

import dev.remoteassistance.server.store.ReportStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.UnaryOperator;

/** Stands between a server and its store, and passes everything to a variant of the store, which can change while the server runs. */
final class ReplaceableStore {

    private final ReportStore real;
    private volatile ReportStore variant;

    ReplaceableStore(ReportStore real) {
        this.real = real;
        this.variant = real;
    }

    /** Returns what a server takes for its store. */
    ReportStore store() {
        return (ReportStore) Proxy.newProxyInstance(
                ReportStore.class.getClassLoader(), new Class<?>[] {ReportStore.class}, (store, method, arguments) -> {
                    try {
                        return method.invoke(variant, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Puts a variant in the place of the one before. */
    void replace(UnaryOperator<ReportStore> between) {
        variant = between.apply(real);
    }
}
