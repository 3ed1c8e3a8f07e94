package dev.remoteassistance.contract.compare;

import dev.remoteassistance.contract.access.SecurityComparison;
import dev.remoteassistance.contract.access.ServerUrls;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.difference.Difference.Effect;
import dev.remoteassistance.contract.difference.Differences;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.OperationDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two versions of a contract, operation by operation, and judges whether a change breaks a consumer. */
public final class ContractComparison {

    private final ContractDocument before;
    private final ContractDocument after;
    private final Differences differences = new Differences();
    private final ValueComparison values;
    private final SecurityComparison security;

    private ContractComparison(ContractDocument before, ContractDocument after) {
        this.before = before;
        this.after = after;
        values = new ValueComparison(before, after, differences);
        security = new SecurityComparison(before, after, differences);
    }

    /**
     * Returns all changes of requests and responses, and the changes that no rule compares.
     *
     * @throws dev.remoteassistance.contract.spec.read.RefusedContractException if one of the documents cannot be
     *     compared, with the place and the reason
     */
    public static List<Difference> differences(ContractDocument before, ContractDocument after) {
        ContractForm.check(before);
        ContractForm.check(after);
        ContractComparison comparison = new ContractComparison(before, after);
        comparison.operations();
        comparison.webhooks();
        comparison.security.schemes();
        return comparison.differences.all();
    }

    private void operations() {
        matched("", before.operations(), after.operations(), Writer.CONSUMER).forEach((old, now) -> {
            security.requirements(old, now);
            for (Map.Entry<String, List<OperationDocument>> callback :
                    old.callbacks().entrySet()) {
                String prefix = old.name() + " callback " + callback.getKey() + " ";
                if (now.callbacks().containsKey(callback.getKey())) {
                    called(prefix, callback.getValue(), now.callbacks().get(callback.getKey()));
                } else {
                    called(prefix, callback.getValue(), List.of());
                }
            }
            now.callbacks().forEach((name, added) -> {
                if (!old.callbacks().containsKey(name)) {
                    called(old.name() + " callback " + name + " ", List.of(), added);
                }
            });
        });
    }

    private void webhooks() {
        called("webhook ", before.webhooks(), after.webhooks());
    }

    /** Compares callbacks or webhooks: the provider writes their requests, and the consumer writes their responses. */
    private void called(String prefix, List<OperationDocument> old, List<OperationDocument> now) {
        matched(prefix, old, now, Writer.PROVIDER).forEach((was, is) -> security.called(prefix + was.name(), was, is));
    }

    /** Compares operations with the same method and path; returns the pairs. */
    private Map<OperationDocument, OperationDocument> matched(
            String prefix, List<OperationDocument> before, List<OperationDocument> after, Writer writer) {
        Map<String, OperationDocument> present = new LinkedHashMap<>();
        after.forEach(operation -> present.put(key(operation), operation));
        Map<OperationDocument, OperationDocument> matched = new LinkedHashMap<>();
        for (OperationDocument old : before) {
            OperationDocument now = present.remove(key(old));
            Place place = Place.request(prefix + old.name(), "");
            if (now == null) {
                differences.add(place, "operation", Effect.BREAK, "operation removed", old.node(), null);
            } else {
                matched.put(old, now);
                compare(place, old, now, writer);
            }
        }
        present.values()
                .forEach(added -> differences.add(
                        Place.request(prefix + added.name(), ""),
                        "operation",
                        Effect.ADDITION,
                        "operation added",
                        null,
                        added.node()));
        return matched;
    }

    private void compare(Place place, OperationDocument old, OperationDocument now, Writer writer) {
        if (!now.path().equals(old.path())) {
            differences.add(place, "operation", Effect.ADDITION, "path parameter renamed", old.node(), now.node());
        }
        boolean was = old.node().path("deprecated").asBoolean();
        if (was != now.node().path("deprecated").asBoolean()) {
            String words = was ? "no longer deprecated" : "deprecated";
            differences.add(place, "deprecated", Effect.ADDITION, words, old.node(), now.node());
        }
        if (writer == Writer.CONSUMER) {
            servers(place, old, now);
        }
        new RequestComparison(values, writer).compare(place.operation(), old, now);
        new ResponseComparison(values, writer.other()).compare(place.operation(), old, now);
    }

    /** Returns method and path without the names of path parameters, which are not sent. */
    static String key(OperationDocument operation) {
        return operation.method() + " " + operation.path().replaceAll("\\{[^}]*}", "{}");
    }

    private void servers(Place place, OperationDocument old, OperationDocument now) {
        Place servers = Place.request(place.operation(), "server");
        List<String> were = new ArrayList<>(ServerUrls.of(old));
        List<String> are = new ArrayList<>(ServerUrls.of(now));
        were.stream()
                .filter(url -> !are.contains(url))
                .forEach(url -> differences.add(
                        servers,
                        "server",
                        Direction.NARROWER,
                        Writer.CONSUMER,
                        "server removed: " + url,
                        old.node(),
                        null));
        are.stream()
                .filter(url -> !were.contains(url))
                .forEach(url -> differences.add(
                        servers, "server", Direction.WIDER, Writer.CONSUMER, "server added: " + url, null, now.node()));
    }
}
