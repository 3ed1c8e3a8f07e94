package dev.remoteassistance.peers.quarkus;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Gives every request its ids, before anything can refuse it. */
@Singleton
class RequestIdFilter {

    /** Quarkus runs filters of high priority first. Its own have a priority of at most 200. */
    private static final int FIRST = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::name, FIRST);
    }

    private static void name(RoutingContext request) {
        RequestIds ids = RequestIds.give(request);
        request.response()
                .putHeader(RequestIds.REQUEST_ID, ids.requestId())
                .putHeader(RequestIds.CLIENT_REQUEST_ID, ids.clientRequestId());
        request.next();
    }
}
