package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A change of a contract. */
@FunctionalInterface
public interface ContractEdit {

    void apply(ObjectNode root);

    /** Sets the value at a place, given as YAML; the pointer {@code …/-} appends to an array. */
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

    /** Removes the value at a place. */
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

    /** Renames the member at a place. */
    static ContractEdit rename(String pointer, String name) {
        return root -> {
            JsonPointer place = JsonPointer.compile(pointer);
            ObjectNode parent = (ObjectNode) root.at(place.head());
            parent.set(name, parent.remove(place.last().getMatchingProperty()));
        };
    }

    /** Returns a changed copy of a contract. */
    default ContractDocument changed(ContractDocument original) {
        ObjectNode root = original.copyOfRoot();
        apply(root);
        return new ContractDocument(root);
    }

    /** Writes a changed copy into a folder, under the name of the original. */
    default Path write(Path original, Path folder) {
        Path file = folder.resolve(original.getFileName());
        changed(ContractDocument.read(original)).write(file);
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
