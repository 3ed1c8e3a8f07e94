package dev.remoteassistance.contract.generate;

import dev.remoteassistance.contract.pact.CrossCheck;
import dev.remoteassistance.contract.pact.Exchange;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Sends requests that are drawn from a contract, and checks each response against the contract. */
public final class GeneratedRun {

    /** Statuses that refuse a request for its own faults, in any state of the server. */
    private static final Set<Integer> BLAME = Set.of(400, 405, 406, 411, 413, 414, 415, 422, 431);

    private final CrossCheck check;
    private final ContractDocument contract;
    private final URI root;
    private final RequestSender sender;
    private final UnaryOperator<String> text;

    /**
     * Prepares a run.
     *
     * @param root the base URL to which the contract's paths are appended
     * @param token for the header Authorization; empty for none
     * @param timeout for a connection and for a response
     * @param text makes the server's text safe to print
     */
    public GeneratedRun(
            ContractDocument contract, URI root, Optional<String> token, Duration timeout, UnaryOperator<String> text) {
        this.contract = contract;
        this.check = new CrossCheck(contract);
        this.root = root;
        this.sender = new RequestSender(root, token, timeout);
        this.text = text;
    }

    /**
     * Sends requests one after another.
     *
     * @param count how many
     * @param seed the same seed draws the same requests
     * @return how many responses were wrong
     * @throws IOException if the server no longer responds
     */
    public int send(int count, long seed, PrintWriter out) throws IOException {
        RequestPlan plan = new RequestPlan(contract, seed);
        plan.omitted().forEach(words -> out.println("not drawn: " + words));
        int wrong = 0;
        int sent = 0;
        int undrawn = 0;
        for (int number = 0; number < count && plan.size() > 0; number++) {
            Optional<GeneratedRequest> drawn = plan.request(number).filter(this::isAsPlanned);
            if (drawn.isEmpty()) {
                undrawn++;
                continue;
            }
            sent++;
            List<String> faults = faults(drawn.get(), sender.send(drawn.get()));
            if (!faults.isEmpty()) {
                wrong++;
                out.println("failed  " + text.apply(drawn.get().toString()));
                faults.forEach(fault -> out.println("        " + text.apply(fault)));
                out.println("        " + drawn.get().curl(root.toString().replaceFirst("/$", "")));
            }
        }
        out.printf(
                "Seed %d: %d requests of %d kinds sent, %d answered wrongly, %d could not be drawn%n",
                seed, sent, plan.size(), wrong, undrawn);
        return wrong;
    }

    /**
     * Checks a drawn request with an independent validator, so that a fault of the generator does not count against a
     * server. The validator has to find a fault in a broken request that the request did not have before.
     */
    private boolean isAsPlanned(GeneratedRequest request) {
        List<String> faults = contractFaults(request);
        return request.allowed()
                ? faults.isEmpty()
                : !request.base().map(this::contractFaults).orElse(List.of()).containsAll(faults);
    }

    private List<String> contractFaults(GeneratedRequest request) {
        return check.faultsOfRequest(request.method(), request.target(), request.headers(), request.body());
    }

    private List<String> faults(GeneratedRequest request, Exchange exchange) {
        List<String> faults = new ArrayList<>(check.faultsOfAnswer(exchange));
        int status = exchange.status();
        if (status >= 500 && status != 503) {
            faults.add("answered " + status);
        } else if (request.allowed() && BLAME.contains(status)) {
            faults.add("the contract allows it, and it was answered " + status + ": " + exchange.responseBody());
        } else if (!request.allowed() && status / 100 == 2) {
            faults.add("the contract does not allow it, and it was answered " + status);
        }
        return faults;
    }
}
