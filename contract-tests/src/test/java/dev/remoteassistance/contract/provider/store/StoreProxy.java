package dev.remoteassistance.contract.provider.store;

import dev.remoteassistance.server.store.ReportStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stores that do one and the same with each call. */
final class StoreProxy {

    /** What such a store does. */
    interface Handler {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private StoreProxy() {}

    static ReportStore of(Handler handler) {
        return (ReportStore) Proxy.newProxyInstance(
                ReportStore.class.getClassLoader(),
                new Class<?>[] {ReportStore.class},
                (proxy, method, arguments) -> handler.answer(method, arguments));
    }

    /** Passes a call on. */
    static Object call(ReportStore store, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
