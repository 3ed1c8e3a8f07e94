package dev.remoteassistance.contract.gate;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A change of a contract, for tests of what sees it. */
interface ContractEdit {

    void apply(ObjectNode root);

    /** Puts YAML at a place, over what is there; the pointer {@code …/-} appends to an array. */
    static ContractEdit set(String pointer, String yaml) {
        return root -> {
            JsonPointer place = JsonPointer.compile(pointer);
            JsonNode parent = root.at(place.head());
            String name = place.last().getMatchingProperty();
            if (parent instanceof ArrayNode array) {
                array.add(parse(yaml));
            } else {
                ((ObjectNode) parent).set(name, parse(yaml));
            }
        };
    }

    /** Takes away what is at a place. */
    static ContractEdit drop(String pointer) {
        return root -> {
            JsonPointer place = JsonPointer.compile(pointer);
            JsonNode parent = root.at(place.head());
            Object gone = parent instanceof ArrayNode array
                    ? array.remove(place.last().getMatchingIndex())
                    : ((ObjectNode) parent).remove(place.last().getMatchingProperty());
            if (gone == null) {
                throw new IllegalArgumentException("nothing at " + pointer);
            }
        };
    }

    /** Moves what is at a place to another name beside it. */
    static ContractEdit rename(String pointer, String name) {
        return root -> {
            JsonPointer place = JsonPointer.compile(pointer);
            ObjectNode parent = (ObjectNode) root.at(place.head());
            parent.set(name, parent.remove(place.last().getMatchingProperty()));
        };
    }

    /** Writes the changed contract beside the original, so to say. */
    default Path write(Path original, Path folder) {
        ObjectNode root = ContractDocument.read(original).copyOfRoot();
        apply(root);
        Path file = folder.resolve(original.getFileName());
        new ContractDocument(root).write(file);
        return file;
    }

    default ContractEdit and(ContractEdit next) {
        return root -> {
            apply(root);
            next.apply(root);
        };
    }

    private static JsonNode parse(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
