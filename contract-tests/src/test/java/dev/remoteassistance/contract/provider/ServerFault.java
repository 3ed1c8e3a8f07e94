package dev.remoteassistance.contract.provider;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import dev.remoteassistance.contract.state.CallerStates;
import dev.remoteassistance.server.store.ReportStore;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * One fault of a variant of the server.
 *
 * @param name what is wrong, in words
 * @param setup changes what the server is composed of
 * @param store puts another store between the server and its store
 * @param request changes a request before the server sees it; may mint tokens
 * @param answer changes a response before the consumer sees it
 */
public record ServerFault(
        String name,
        UnaryOperator<ServerSetup> setup,
        UnaryOperator<ReportStore> store,
        BiFunction<Request, CallerStates, Request> request,
        UnaryOperator<Response> answer) {

    private static final BiFunction<Request, CallerStates, Request> AS_SENT = (request, callers) -> request;

    static final ServerFault NONE = new ServerFault(
            "nothing", UnaryOperator.identity(), UnaryOperator.identity(), AS_SENT, UnaryOperator.identity());

    /** No fault, but all requests go through the proxy that other faults need. */
    public static final ServerFault PROXY_ALONE = answer("nothing, behind a proxy", answer -> answer);

    public static ServerFault setup(String name, UnaryOperator<ServerSetup> change) {
        return new ServerFault(name, change, NONE.store, AS_SENT, NONE.answer);
    }

    public static ServerFault store(String name, UnaryOperator<ReportStore> between) {
        return new ServerFault(name, NONE.setup, between, AS_SENT, NONE.answer);
    }

    public static ServerFault request(String name, BiFunction<Request, CallerStates, Request> change) {
        return new ServerFault(name, NONE.setup, NONE.store, change, NONE.answer);
    }

    public static ServerFault answer(String name, UnaryOperator<Response> change) {
        return new ServerFault(name, NONE.setup, NONE.store, AS_SENT, change);
    }

    /** Returns the same fault for a server that throttles nobody, for callers that send more than one request. */
    public ServerFault unthrottled() {
        return new ServerFault(name, parts -> setup.apply(parts).withoutThrottle(), store, request, answer);
    }

    /** Returns whether the fault is between the consumer and the server. */
    boolean isOnTheWire() {
        return request != AS_SENT || answer != NONE.answer;
    }

    /** Returns whether a sound server can be composed with the fault between it and others. */
    boolean isOutsideTheServer() {
        return setup == NONE.setup;
    }

    /** Returns whether the fault is between the server and its store. */
    boolean isBeforeTheStore() {
        return store != NONE.store;
    }

    @Override
    public String toString() {
        return name;
    }
}
