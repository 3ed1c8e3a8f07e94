package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.spec.read.ContractFolder;
import dev.remoteassistance.contract.spec.read.ContractTree;
import dev.remoteassistance.contract.spec.read.OtherFiles;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI description as the tree that stands in its file, references unresolved. Files that it refers to are in the
 * tree as well, below {@code x-files}.
 */
public final class ContractDocument {

    /** The members of a path that are operations. */
    public static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private final String name;
    private final ObjectNode root;
    private final References references;
    private NodePointers pointers;

    /** The document with this root, which the caller does not change any more. */
    public ContractDocument(ObjectNode root) {
        this("contract", root);
    }

    private ContractDocument(String name, ObjectNode root) {
        this.name = name;
        this.root = root;
        references = new References(root, name);
    }

    /**
     * Reads a YAML or JSON file, and the files that it refers to.
     *
     * @throws RefusedContractException if it is no OpenAPI description that can be read, with place and reason
     * @throws UncheckedIOException if there is no such file
     */
    public static ContractDocument read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return read(ContractFolder.of(folder), file.getFileName().toString());
    }

    /** The same, from wherever the files are. */
    public static ContractDocument read(ContractFolder folder, String name) {
        try {
            if (ContractTree.read(name, folder.read(name)) instanceof ObjectNode root) {
                OtherFiles.include(root, name, folder);
                return new ContractDocument(name, root);
            }
            throw new RefusedContractException(name, "no OpenAPI description, which is an object");
        } catch (IOException e) {
            throw new UncheckedIOException("no OpenAPI description can be read from " + name, e);
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

    /** The name of the contract's file, for messages. */
    public String name() {
        return name;
    }

    public JsonNode root() {
        return root;
    }

    /** The names of the other files that belong to the contract, relative to its folder. */
    public List<String> otherFiles() {
        return root.path(OtherFiles.MEMBER).properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The contract's own version, {@code info.version}. */
    public String version() {
        return root.at("/info/version").asText();
    }

    /** Whether schemas are those of OpenAPI 3.1, where {@code nullable} means nothing and references have siblings. */
    public boolean isSince31() {
        return root.path("openapi").asText().startsWith("3.1");
    }

    /** The operations in the order of the file. */
    public List<OperationDocument> operations() {
        return OperationDocument.below(this, root.path("paths"));
    }

    /** What the provider calls without being called, by their names in place of paths. */
    public List<OperationDocument> webhooks() {
        return OperationDocument.below(this, root.path("webhooks"));
    }

    /**
     * What a node means: itself, or what its {@code $ref} leads to.
     *
     * @throws RefusedContractException if it leads to nothing, or in a circle
     */
    public JsonNode resolve(JsonNode node) {
        return references.resolve(node);
    }

    /** What the {@code $ref} of a node leads to, which may be a reference again. */
    public JsonNode follow(JsonNode reference) {
        return references.follow(reference);
    }

    /** A schema and all that it is composed of by {@code allOf}, references resolved, the outermost first. */
    public Stream<JsonNode> composition(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        return Stream.concat(
                Stream.of(resolved), elements(resolved.path("allOf")).flatMap(this::composition));
    }

    /** Where a node of this document stands. */
    public synchronized SourcePlace place(JsonNode node) {
        if (pointers == null) {
            pointers = new NodePointers(root, name);
        }
        return pointers.of(node);
    }

    /** The elements of an array; none if it is something else. */
    public static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
