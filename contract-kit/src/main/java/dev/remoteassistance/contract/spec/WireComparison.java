package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.read.Members;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells whether two contracts, or parts of them, differ in anything that is sent. It ignores texts for readers and for
 * code generators, and follows references.
 */
public final class WireComparison {

    private static final Pattern WORDS =
            Pattern.compile("description|summary|title|examples?|externalDocs|externalValue|tags|"
                    + "operationId|\\$comment|x-.*descriptions?|x-enum-varnames");

    private record Pair(JsonNode before, JsonNode after, String member, boolean areNames) {}

    private final ContractDocument before;
    private final ContractDocument after;
    private final Map<JsonNode, Set<Integer>> compared = new IdentityHashMap<>();
    private final Map<JsonNode, Integer> numbers = new IdentityHashMap<>();
    private final Deque<Pair> waiting = new ArrayDeque<>();

    /** A comparison of two documents. */
    public WireComparison(ContractDocument before, ContractDocument after) {
        this.before = before;
        this.after = after;
    }

    /** Returns whether two documents differ in nothing that is sent. */
    public static boolean areSame(ContractDocument before, ContractDocument after) {
        WireComparison comparison = new WireComparison(before, after);
        for (String member : Set.of("servers", "paths", "webhooks", "security")) {
            comparison.add(before.root().path(member), after.root().path(member), member, Members.areNames(member));
        }
        String schemes = "securitySchemes";
        comparison.add(
                before.root().path("components").path(schemes),
                after.root().path("components").path(schemes),
                schemes,
                true);
        return comparison.finish();
    }

    /** Returns whether two nodes, one of each document, differ in nothing that is sent. */
    public boolean areSame(JsonNode old, JsonNode now) {
        add(old, now, "", false);
        return finish();
    }

    private boolean finish() {
        while (!waiting.isEmpty()) {
            if (!isSame(waiting.poll())) {
                waiting.clear();
                return false;
            }
        }
        return true;
    }

    private void add(JsonNode old, JsonNode now, String member, boolean areNames) {
        waiting.add(new Pair(old, now, member, areNames));
    }

    private boolean isSame(Pair pair) {
        JsonNode old = pair.areNames() ? pair.before() : before.resolvePlainReference(pair.before());
        JsonNode now = pair.areNames() ? pair.after() : after.resolvePlainReference(pair.after());
        if (!old.isContainerNode() || !now.isContainerNode()) {
            return old.isMissingNode() && now.isEmpty() && !now.isValueNode() || old.equals(now);
        } else if (!isNew(old, now)) {
            return true;
        } else if (old.isArray() || now.isArray()) {
            return old.isArray() && now.isArray() && elements(old, now, pair);
        }
        return members(old, now, pair);
    }

    private boolean isNew(JsonNode old, JsonNode now) {
        int number = numbers.computeIfAbsent(now, key -> numbers.size());
        return compared.computeIfAbsent(old, key -> new HashSet<>()).add(number);
    }

    private boolean elements(JsonNode old, JsonNode now, Pair pair) {
        if (pair.member().equals("required")) {
            Set<String> names = new TreeSet<>();
            Set<String> others = new TreeSet<>();
            old.forEach(name -> names.add(name.asText()));
            now.forEach(name -> others.add(name.asText()));
            return names.equals(others);
        } else if (Members.areValues(pair.member())) {
            return old.equals(now);
        }
        for (int i = 0; i < old.size() && old.size() == now.size(); i++) {
            add(old.get(i), now.get(i), pair.member(), pair.member().equals("security"));
        }
        return old.size() == now.size();
    }

    private boolean members(JsonNode old, JsonNode now, Pair pair) {
        Set<String> names = names(old, pair);
        if (!names.equals(names(now, pair))) {
            return false;
        } else if (pair.member().equals("scopes")) {
            return true;
        } else if (!pair.areNames() && Members.areValues(pair.member())) {
            return old.equals(now);
        }
        names.forEach(name -> {
            if (name.equals("$ref") && !pair.areNames() && old.get(name).isTextual()) {
                add(before.follow(old), after.follow(now), "", false);
            } else {
                add(
                        old.get(name),
                        now.get(name),
                        pair.areNames() ? "" : name,
                        !pair.areNames()
                                && Members.areNames(name)
                                && !old.get(name).isArray());
            }
        });
        return true;
    }

    private static Set<String> names(JsonNode object, Pair pair) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(name -> {
            if (pair.areNames() || !WORDS.matcher(name).matches()) {
                names.add(name);
            }
        });
        return names;
    }
}
