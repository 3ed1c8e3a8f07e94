package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An OpenAPI description as the tree that stands in its file, references unresolved. */
public final class ContractDocument {

    /** The members of a path that are operations. */
    public static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private final ObjectNode root;

    /** The document with this root, which the caller does not change any more. */
    public ContractDocument(ObjectNode root) {
        this.root = root;
    }

    /** Reads a YAML or JSON file. */
    public static ContractDocument read(Path file) {
        // A stream, since the file may be inside of a jar.
        try (InputStream stream = Files.newInputStream(file)) {
            if (YAML.readTree(stream) instanceof ObjectNode root) {
                return new ContractDocument(root);
            }
            throw new IllegalArgumentException("no OpenAPI description: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("no OpenAPI description can be read from " + file, e);
        }
    }

    /** Writes the document as YAML. */
    public void write(Path file) {
        try {
            Files.writeString(file, YAML.writeValueAsString(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy of the whole tree, to be changed at will. */
    public ObjectNode copyOfRoot() {
        return root.deepCopy();
    }

    public JsonNode root() {
        return root;
    }

    /** The contract's own version, {@code info.version}. */
    public String version() {
        return root.at("/info/version").asText();
    }

    /** The operations in the order of the file. */
    public List<OperationDocument> operations() {
        return root.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new OperationDocument(
                                this,
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue(),
                                member.getValue())))
                .toList();
    }

    /** What a node means: itself, or what its {@code $ref} into this document leads to. */
    public JsonNode resolve(JsonNode node) {
        JsonNode found = node;
        while (found.path("$ref").isTextual()) {
            String reference = found.get("$ref").asText();
            if (!reference.startsWith("#/")) {
                throw new IllegalArgumentException("a reference that leaves the document: " + reference);
            }
            found = root.at(reference.substring(1));
            if (found.isMissingNode()) {
                throw new IllegalArgumentException("a reference to nothing: " + reference);
            }
        }
        return found;
    }

    /** A schema and all that it is composed of by {@code allOf}, references resolved, the outermost first. */
    public Stream<JsonNode> composition(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        return Stream.concat(
                Stream.of(resolved), elements(resolved.path("allOf")).flatMap(this::composition));
    }

    /** The elements of an array; none if it is something else. */
    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
