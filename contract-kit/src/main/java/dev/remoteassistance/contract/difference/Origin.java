package dev.remoteassistance.contract.difference;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The node of a contract that a difference is about.
 *
 * @param node an object or array of the contract's tree; null if there is none
 * @param member the member of the node that is meant; empty for the node itself
 */
public record Origin(JsonNode node, String member) {

    /** No node at all: the thing is new, or gone. */
    public static final Origin NONE = new Origin(null, "");

    /** Returns the origin for the node itself; {@link #NONE} if it is null or a plain value. */
    public static Origin of(JsonNode node) {
        return node == null || !node.isContainerNode() ? NONE : new Origin(node, "");
    }
}
