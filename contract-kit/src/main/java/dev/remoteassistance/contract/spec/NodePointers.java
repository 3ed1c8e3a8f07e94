package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.spec.read.Pointers;
import dev.remoteassistance.contract.spec.read.ReferencedFiles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/** Finds the place of each object and array of a tree, which is searched when the first is asked for. */
final class NodePointers {

    private record Step(JsonNode parent, String name) {}

    private final JsonNode root;
    private final String rootName;
    private final Map<JsonNode, Step> steps = new IdentityHashMap<>();

    NodePointers(JsonNode root, String rootName) {
        this.root = root;
        this.rootName = rootName;
    }

    private void collect() {
        Deque<JsonNode> waiting = new ArrayDeque<>();
        steps.put(root, new Step(null, ""));
        waiting.add(root);
        while (!waiting.isEmpty()) {
            JsonNode node = waiting.poll();
            if (node.isArray()) {
                for (int i = 0; i < node.size(); i++) {
                    add(node, String.valueOf(i), node.get(i), waiting);
                }
            } else {
                node.properties().forEach(member -> add(node, member.getKey(), member.getValue(), waiting));
            }
        }
    }

    private void add(JsonNode parent, String name, JsonNode child, Deque<JsonNode> waiting) {
        if (child.isContainerNode() && steps.putIfAbsent(child, new Step(parent, name)) == null) {
            waiting.add(child);
        }
    }

    /** Returns the place of a node; the whole file if the node is neither an object nor an array of the tree. */
    synchronized SourcePlace of(JsonNode node) {
        if (steps.isEmpty()) {
            collect();
        }
        Deque<String> names = new ArrayDeque<>();
        for (Step step = steps.get(node); step != null && step.parent() != null; step = steps.get(step.parent())) {
            names.push(step.name());
        }
        String file = rootName;
        if (ReferencedFiles.MEMBER.equals(names.peek()) && names.size() > 1) {
            names.pop();
            file = names.pop();
        }
        StringBuilder pointer = new StringBuilder();
        names.forEach(name -> pointer.append('/').append(Pointers.escaped(name)));
        return new SourcePlace(file, pointer.toString());
    }
}
