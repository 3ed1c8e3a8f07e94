package dev.remoteassistance.contract.provider.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.store.CommitListener;
import dev.remoteassistance.server.store.ReportStore;
import dev.remoteassistance.server.store.StoredReport;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The calls to a store without a fault in an interaction, and their results. */
public final class StoreCalls {

    private static final JsonMapper JSON = JsonPolicy.newMapper();

    /** Stands for an argument that the store calls back. */
    private static final String CALLBACK = "callback";

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /**
     * A call that can be made again.
     *
     * @param arguments as values, a report as its JSON, since a store may change it
     * @param answer null if the store threw something
     */
    private record Call(Method method, List<Object> arguments, Object answer) {}

    /** Returns a store that passes each call on and records it, except calls without arguments. */
    public ReportStore recording(ReportStore real) {
        return StoreProxy.of((method, arguments) -> {
            if (method.getParameterCount() == 0) {
                return StoreProxy.call(real, method, arguments);
            }
            List<Object> recorded = recorded(arguments);
            Object answer = null;
            try {
                answer = answer(real, method, arguments);
            } finally {
                calls.add(new Call(method, recorded, answer));
            }
            return handOver(answer, arguments);
        });
    }

    /** Returns whether a variant of the store would call the real one differently, or return another result. */
    public boolean areChangedBy(UnaryOperator<ReportStore> between) {
        AtomicReference<Call> next = new AtomicReference<>();
        ReportStore variant = between.apply(StoreProxy.of((method, arguments) -> {
            Call call = next.getAndSet(null);
            if (call != null && isSame(call, method, recorded(arguments))) {
                return handOver(call.answer(), arguments);
            }
            throw new IllegalStateException("another call");
        }));
        // In their order, since a variant may remember earlier calls.
        for (Call call : calls) {
            next.set(call);
            if (call.answer() == null || isChangedBy(variant, call) || next.get() != null) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChangedBy(ReportStore variant, Call call) {
        try {
            return !value(answer(variant, call.method(), again(call))).equals(value(call.answer()));
        } catch (Throwable anotherCall) {
            return true;
        }
    }

    /** A report is appended with a listener or without. */
    private static boolean isSame(Call call, Method method, List<Object> arguments) {
        int both = Math.min(call.arguments().size(), arguments.size());
        return call.method().getName().equals(method.getName())
                && call.arguments().subList(0, both).equals(arguments.subList(0, both));
    }

    private static List<Object> recorded(Object[] arguments) throws JsonProcessingException {
        List<Object> values = new ArrayList<>();
        for (Object argument : arguments) {
            values.add(
                    argument instanceof RemoteAssistanceReporting
                            ? JSON.writeValueAsString(argument)
                            : argument instanceof Consumer || argument instanceof CommitListener ? CALLBACK : argument);
        }
        return values;
    }

    private static Object[] again(Call call) throws JsonProcessingException {
        Object[] arguments = call.arguments().toArray();
        Class<?>[] types = call.method().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == RemoteAssistanceReporting.class) {
                arguments[i] = JSON.readValue((String) arguments[i], RemoteAssistanceReporting.class);
            } else if (arguments[i].equals(CALLBACK)) {
                arguments[i] = types[i] == CommitListener.class ? CommitListener.NONE : null;
            }
        }
        return arguments;
    }

    /** Makes a call. The answer to an export is its rows. */
    private static Object answer(ReportStore store, Method method, Object[] arguments) throws Throwable {
        if (method.getReturnType() != void.class) {
            return StoreProxy.call(store, method, arguments);
        }
        List<StoredReport> rows = new ArrayList<>();
        Consumer<StoredReport> reader = rows::add;
        StoreProxy.call(store, method, new Object[] {arguments[0], reader});
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static Object handOver(Object answer, Object[] arguments) {
        if (!(answer instanceof List<?>)) {
            return answer;
        }
        ((List<StoredReport>) answer).forEach((Consumer<StoredReport>) arguments[1]);
        return null;
    }

    private static Object value(Object answer) {
        return answer instanceof CompletionStage<?> stage
                ? stage.toCompletableFuture().join()
                : answer;
    }
}
