package dev.remoteassistance.server.front;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.BearerCheck;
import dev.remoteassistance.server.auth.PermissionCheck;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.body.BodyHandler;
import dev.remoteassistance.server.body.BodyMemory;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.contract.Operation;
import dev.remoteassistance.server.http.AdmissionHandler;
import dev.remoteassistance.server.http.RefusalWriter;
import dev.remoteassistance.server.http.RequestIds;
import dev.remoteassistance.server.page.PageHandler;
import dev.remoteassistance.server.page.Pages;
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/**
 * Lists the handlers and checks that a request passes (its stations), outermost first, from its complete header to the
 * resource. No other class decides their order.
 */
public final class RequestStations {

    private RequestStations() {}

    /** Connects the stations and returns the outermost. */
    public static DrainHandler of(
            Contract contract,
            RequestIds.Source ids,
            RefusalWriter refusals,
            AccessTokenVerifier verifier,
            TenantPolicy tenants,
            Optional<Throttle> throttle,
            Pages pages,
            RestApplication application) {
        List<AdmissionHandler.Check> checks = new ArrayList<>();
        // A request that can be read in more than one way is refused before any other check.
        checks.add(new SyntaxCheck());
        // Callers without a valid token learn nothing, not even which paths exist.
        checks.add(new BearerCheck(verifier, tenants));
        // A verified token says for whom to count, and requests that are refused later count as well.
        throttle.ifPresent(shares -> checks.add(new ThrottleCheck(shares)));
        // The operation has to be found before its permissions can be checked.
        checks.add(new OperationCheck(contract));
        // The contract names the permissions of the operation.
        checks.add(new PermissionCheck());
        // The contract names the media types of the operation; this is the last check of the header.
        checks.add(new MediaTypeCheck());

        // Jersey finds the resource, reads the body and validates it, in the order of RestApplication.
        RestHandler rest = new RestHandler(application, refusals);
        // The body arrives while no thread waits. Only this station decides about its size.
        BodyHandler body = new BodyHandler(refusals, memory(contract), rest);
        // The request gets its ids and passes each check. Its body is not read before that.
        AdmissionHandler admission = new AdmissionHandler(ids, refusals, checks, body);
        // Pages are no part of the API: they are answered before it.
        Handler first = pages.isEmpty() ? admission : new PageHandler(pages, admission);
        // A server that stops answers the requests under way.
        return new DrainHandler(first);
    }

    private static BodyMemory memory(Contract contract) {
        int largest = contract.operations().stream()
                .mapToInt(Operation::maxBodyBytes)
                .max()
                .orElse(0);
        Runtime runtime = Runtime.getRuntime();
        return new BodyMemory(runtime.maxMemory(), BodyHandler.maxOnTheWire(largest), runtime.availableProcessors());
    }

    /** Returns the stations from a handler inwards, itself included, in the order that a request passes them. */
    public static List<Class<?>> from(Handler first) {
        List<Class<?>> stations = new ArrayList<>();
        Handler handler = first;
        while (handler != null) {
            stations.add(handler.getClass());
            if (handler instanceof AdmissionHandler admission) {
                admission.checks().forEach(check -> stations.add(check.getClass()));
            }
            handler = handler instanceof Handler.Wrapper wrapper ? wrapper.getHandler() : null;
        }
        stations.addAll(RestApplication.STATIONS);
        return stations;
    }
}
