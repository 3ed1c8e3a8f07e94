package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object or array whose end has not been read yet. */
final class OpenNode {

    /** The key of YAML 1.1 that merges the members of other mappings; own members take precedence. */
    private static final String MERGE = "<<";

    private final ObjectNode object;
    private final ArrayNode array;
    private final String anchor;
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();
    private String key;
    private boolean isMerge;
    private int depth = 1;
    private long size = 1;

    OpenNode(boolean isObject, String anchor) {
        object = isObject ? JsonNodeFactory.instance.objectNode() : null;
        array = isObject ? null : JsonNodeFactory.instance.arrayNode();
        this.anchor = anchor;
    }

    boolean awaitsKey() {
        return object != null && key == null;
    }

    /** Sets the next key; returns false if the object has it already. */
    boolean key(String name, boolean isPlain) {
        isMerge = isPlain && name.equals(MERGE);
        key = name;
        return isMerge || !object.has(name);
    }

    /** Adds the next value; its depth is 0 for a scalar. */
    void add(JsonNode value, int valueDepth, long valueSize) {
        depth = Math.max(depth, valueDepth + 1);
        size += valueSize;
        if (array != null) {
            array.add(value);
            return;
        }
        if (isMerge) {
            merge(value);
        } else {
            object.set(key, value);
        }
        key = null;
    }

    private void merge(JsonNode value) {
        if (value.isArray()) {
            value.forEach(this::merge);
        } else {
            value.properties().forEach(member -> merged.putIfAbsent(member.getKey(), member.getValue()));
        }
    }

    JsonNode node() {
        if (array != null) {
            return array;
        }
        merged.properties().forEach(member -> object.putIfAbsent(member.getKey(), member.getValue()));
        return object;
    }

    String anchor() {
        return anchor;
    }

    int depth() {
        return depth;
    }

    long size() {
        return size;
    }
}
