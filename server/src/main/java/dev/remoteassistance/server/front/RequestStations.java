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
import dev.remoteassistance.server.throttle.Throttle;
import dev.remoteassistance.server.throttle.ThrottleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;

/**
 * The way of a request through the server, outermost station first. It is told once, here, from the moment that its header
 * is complete to the resource: nothing else decides what comes before what.
 */
public final class RequestStations {

    private RequestStations() {}

    /** Puts the way together. */
    public static DrainHandler of(
            Contract contract,
            RequestIds.Source ids,
            RefusalWriter refusals,
            AccessTokenVerifier verifier,
            TenantPolicy tenants,
            Optional<Throttle> throttle,
            RestApplication application) {
        List<AdmissionHandler.Check> checks = new ArrayList<>();
        // What cannot be read in one way only is not looked at any further.
        checks.add(new SyntaxCheck());
        // Strangers learn nothing, not even which addresses there are.
        checks.add(new BearerCheck(verifier, tenants));
        // A verified token tells whom to count for, and whatever is refused later has been counted.
        throttle.ifPresent(shares -> checks.add(new ThrottleCheck(shares)));
        // The contract has the operation, or there is nothing to permit.
        checks.add(new OperationCheck(contract));
        // The contract names the permissions of the operation.
        checks.add(new PermissionCheck());
        // The contract names its media types; the last question that the header can answer.
        checks.add(new MediaTypeCheck());

        // Jersey looks for the resource, reads the body and validates it, in the order of RestApplication.
        RestHandler rest = new RestHandler(application, refusals);
        // The body arrives while no thread waits; only here is its size decided.
        BodyHandler body = new BodyHandler(refusals, memory(contract), rest);
        // The request gets its names, and each check is asked; the body stays on the wire until all have passed.
        AdmissionHandler admission = new AdmissionHandler(ids, refusals, checks, body);
        // A server that stops answers what is under way.
        return new DrainHandler(admission);
    }

    private static BodyMemory memory(Contract contract) {
        int largest = contract.operations().stream()
                .mapToInt(Operation::maxBodyBytes)
                .max()
                .orElse(0);
        return new BodyMemory(Runtime.getRuntime().maxMemory(), BodyHandler.maxOnTheWire(largest));
    }

    /** Returns the stations behind a handler, itself included, in the order of a request. */
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
