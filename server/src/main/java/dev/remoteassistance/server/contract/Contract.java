package dev.remoteassistance.server.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads from the OpenAPI description what the generators leave out: permissions, limits, examples. So the server does
 * not repeat them.
 */
public final class Contract {

    private static final PrettyPrinter INDENTED = new DefaultPrettyPrinter(
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));

    private static final String OWN = "openapi/remote-assistance.json";

    private final JsonNode document;
    private final List<Operation> operations;

    private Contract(JsonNode document) {
        this.document = document;
        this.operations = new OperationReader(document).operations();
    }

    /** Reads the contract that this server was built with. */
    public static Contract load() {
        return load(Contract.class.getClassLoader(), OWN);
    }

    /** Reads the JSON form of a contract. */
    public static Contract load(ClassLoader loader, String resource) {
        try (InputStream json = open(loader, resource)) {
            return new Contract(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("The contract cannot be read", e);
        }
    }

    /** Returns the contract's own version. */
    public String version() {
        return document.at("/info/version").asText();
    }

    public List<Operation> operations() {
        return operations;
    }

    /**
     * Returns an operation.
     *
     * @param id its {@code operationId}
     * @throws IllegalArgumentException if the contract has no such operation
     */
    public Operation operation(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The contract has no operation " + id));
    }

    /** Returns permissions that suffice for every operation: the least privileged ones of each. */
    public List<String> leastPermissions() {
        return operations.stream()
                .flatMap(operation -> operation.leastPermissions().stream())
                .distinct()
                .toList();
    }

    /** Returns the operations of one path, for all methods; an empty list if the path is unknown. */
    public List<Operation> operationsAt(String path) {
        return operations.stream().filter(operation -> operation.matches(path)).toList();
    }

    /** Returns the first segment of all paths, with its leading slash; an empty text if they do not share it. */
    public String basePath() {
        Set<String> roots = operations.stream()
                .map(operation -> "/" + operation.path().split("/")[1])
                .collect(Collectors.toSet());
        return roots.size() == 1 ? roots.iterator().next() : "";
    }

    /** Returns a limit of a schema's property, such as its {@code maxLength}. */
    public int limit(String schema, String property, String keyword) {
        return document.at("/components/schemas/" + schema + "/properties/" + property)
                .required(keyword)
                .asInt();
    }

    /** Returns a test whether the contract allows a value of a header parameter. */
    public Predicate<String> headerRule(String parameter) {
        JsonNode schema = document.at("/components/parameters/" + parameter).required("schema");
        Pattern pattern = Pattern.compile(schema.required("pattern").asText());
        int maxLength = schema.required("maxLength").asInt();
        return value -> value.length() <= maxLength && pattern.matcher(value).matches();
    }

    /** Returns the body of the operation's last example, which is of the newest revision, as a person would write it. */
    public byte[] example(Operation operation) {
        JsonNode body = null;
        for (JsonNode example : jsonBody(operation.definition()).required("examples")) {
            body = example.required("value");
        }
        try {
            return new ObjectMapper().writer(INDENTED).writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The example cannot be written", e);
        }
    }

    private static JsonNode jsonBody(JsonNode definition) {
        return definition.required("requestBody").required("content").required("application/json");
    }

    private static InputStream open(ClassLoader loader, String name) {
        InputStream resource = loader.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("The contract lacks its file " + name);
        }
        return resource;
    }
}
