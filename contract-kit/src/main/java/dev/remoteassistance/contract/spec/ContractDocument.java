package dev.remoteassistance.contract.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.read.ContractFile;
import dev.remoteassistance.contract.spec.read.ReferencedFiles;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An OpenAPI description as the tree of its file, with references unresolved. The files that it refers to are in the
 * tree too, below {@code x-files}.
 */
public final class ContractDocument {

    /** The members of a path that are operations. */
    public static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final String name;
    private final ObjectNode root;
    private final References references;
    private final NodePointers pointers;
    private List<OperationDocument> operations;

    /** Creates a document; the caller must not change the root afterwards. */
    public ContractDocument(ObjectNode root) {
        this("contract", root);
    }

    private ContractDocument(String name, ObjectNode root) {
        this.name = name;
        this.root = root;
        references = new References(root, name);
        pointers = new NodePointers(root, name);
    }

    /**
     * Reads a YAML or JSON file, and the files that it refers to.
     *
     * @throws RefusedContractException if it cannot be read as an OpenAPI description, with the place and the reason
     * @throws UncheckedIOException if there is no such file
     */
    public static ContractDocument read(Path file) {
        return new ContractDocument(file.getFileName().toString(), ContractFile.read(file));
    }

    /** Writes the document as YAML. */
    public void write(Path file) {
        ContractFile.write(file, root);
    }

    /** Returns a deep copy of the tree, which the caller may change. */
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

    /** The names of the files that the contract refers to, relative to its folder. */
    public List<String> referencedFiles() {
        return ReferencedFiles.names(root);
    }

    /** The contract's own version, {@code info.version}. */
    public String version() {
        return root.at("/info/version").asText();
    }

    /**
     * Returns whether the contract is OpenAPI 3.1, where {@code nullable} means nothing and keywords beside a reference
     * count.
     */
    public boolean isSince31() {
        return root.path("openapi").asText().startsWith("3.1");
    }

    /** The operations in the order of the file. */
    public List<OperationDocument> operations() {
        if (operations == null) {
            operations = OperationDocument.below(this, root.path("paths"));
        }
        return operations;
    }

    /**
     * Returns the operation of a request; empty if there is none. Of several paths, the one with the fewest parameters
     * wins.
     */
    public Optional<OperationDocument> operation(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.matches(method, path))
                .min(Comparator.comparingInt(operation -> operation.path().split("\\{").length));
    }

    /** Returns the webhooks; each has its name in place of a path. */
    public List<OperationDocument> webhooks() {
        return OperationDocument.below(this, root.path("webhooks"));
    }

    /**
     * Returns the node itself, or the target at the end of its {@code $ref}s.
     *
     * @throws RefusedContractException if a reference leads to nothing, or in a circle
     */
    public JsonNode resolve(JsonNode node) {
        return references.resolve(node);
    }

    /** Follows a node that is only a reference; one with keywords that count beside the reference stays as it is. */
    public JsonNode resolvePlainReference(JsonNode node) {
        return references.resolvePlainReference(node, isSince31());
    }

    /** Returns the target of a node's {@code $ref}, which may be another reference. */
    public JsonNode follow(JsonNode reference) {
        return references.follow(reference);
    }

    /** Returns a schema and all parts of its {@code allOf}, references resolved, the outermost first. */
    public Stream<JsonNode> composition(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        return Stream.concat(
                Stream.of(resolved), elements(resolved.path("allOf")).flatMap(this::composition));
    }

    /** Returns the place of a node in the contract's files. */
    public SourcePlace place(JsonNode node) {
        return pointers.of(node);
    }

    /** The elements of an array, or the values of an object; none if it is something else. */
    public static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
