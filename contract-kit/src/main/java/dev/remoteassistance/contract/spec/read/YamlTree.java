package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Builds a tree from the events of a YAML or JSON file, without recursion. An alias becomes the same node as its
 * anchor. Jackson's own reader would read an alias as text, and let a repeated key replace the first one.
 */
final class YamlTree {

    /** Limit of nodes; each alias counts as all nodes that it stands for. */
    static final int MAX_NODES = 20_000_000;

    private record Anchored(JsonNode node, int depth, long size) {}

    private final String file;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private JsonNode root;

    private YamlTree(String file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param content YAML or JSON, in UTF-8 or with a byte order mark
     * @return the root; missing for an empty file
     * @throws RefusedContractException if the content is not YAML, or breaks a limit
     */
    static JsonNode read(String file, byte[] content) {
        YamlTree tree = new YamlTree(file);
        try {
            ParserImpl parser = new ParserImpl(
                    new StreamReader(new UnicodeReader(new ByteArrayInputStream(content))), ContractFile.yamlLimits());
            for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
                tree.take(event);
            }
        } catch (MarkedYAMLException e) {
            throw tree.refusal(e.getProblemMark(), "no YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new RefusedContractException(file, "no YAML: " + e.getMessage());
        }
        return tree.root == null ? JsonNodeFactory.instance.missingNode() : tree.root;
    }

    private void take(Event event) {
        switch (event.getEventId()) {
            case DocumentStart -> {
                if (root != null) {
                    throw refusal(event.getStartMark(), "a second document in one file");
                }
            }
            case MappingStart, SequenceStart -> open(event);
            case MappingEnd, SequenceEnd -> {
                OpenNode done = open.pop();
                if (done.anchor() != null) {
                    anchors.put(done.anchor(), new Anchored(done.node(), done.depth(), done.size()));
                }
                add(event.getStartMark(), done.node(), done.depth(), done.size());
            }
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            default -> {
                // Start and end of the stream, end of a document, comments.
            }
        }
    }

    private void open(Event event) {
        if (open.size() >= ContractFile.MAX_DEPTH) {
            throw refusal(event.getStartMark(), "nested deeper than " + ContractFile.MAX_DEPTH);
        }
        open.push(new OpenNode(event.getEventId() == Event.ID.MappingStart, ((NodeEvent) event).getAnchor()));
    }

    private void scalar(ScalarEvent event) {
        JsonNode value = event.isPlain() && event.getTag() == null
                ? ScalarValue.of(event.getValue())
                : JsonNodeFactory.instance.textNode(event.getValue());
        if (event.getAnchor() != null) {
            anchors.put(event.getAnchor(), new Anchored(value, 0, 1));
        }
        OpenNode parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            if (!parent.key(event.getValue(), event.isPlain())) {
                throw refusal(event.getStartMark(), "the key '" + event.getValue() + "' occurs twice there");
            }
            return;
        }
        add(event.getStartMark(), value, 0, 1);
    }

    private void alias(AliasEvent event) {
        Anchored meant = anchors.get(event.getAnchor());
        if (meant == null) {
            throw refusal(event.getStartMark(), "the alias *" + event.getAnchor() + " leads to nothing before it");
        }
        OpenNode parent = open.peek();
        if (parent != null && parent.awaitsKey()) {
            if (!meant.node().isValueNode() || !parent.key(meant.node().asText(), false)) {
                throw refusal(event.getStartMark(), "the alias *" + event.getAnchor() + " cannot be a key here");
            }
            return;
        }
        add(event.getStartMark(), meant.node(), meant.depth(), meant.size());
    }

    private void add(Mark mark, JsonNode node, int depth, long size) {
        OpenNode parent = open.peek();
        if (parent == null) {
            root = node;
            return;
        }
        if (parent.awaitsKey()) {
            throw refusal(mark, "a key that is no text");
        }
        parent.add(node, depth, size);
        if (parent.depth() + open.size() > ContractFile.MAX_DEPTH) {
            throw refusal(mark, "nested deeper than " + ContractFile.MAX_DEPTH);
        } else if (parent.size() > MAX_NODES) {
            throw refusal(mark, "more than " + MAX_NODES + " nodes");
        }
    }

    private RefusedContractException refusal(Mark mark, String reason) {
        String place = mark == null ? "" : ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
        return new RefusedContractException(file + place, reason);
    }
}
