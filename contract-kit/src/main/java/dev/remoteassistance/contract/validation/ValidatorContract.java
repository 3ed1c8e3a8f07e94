package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a contract in the subset of OpenAPI that swagger-request-validator understands: references only to components,
 * single statuses in place of status classes, bytes that are JSON as such, and forms as JSON, because it takes any digits in
 * a form for a number.
 */
public final class ValidatorContract {

    private static final Pattern STATUS_CLASS = Pattern.compile("[1-5][xX]{2}");
    private static final int STATUSES_OF_A_CLASS = 100;
    private static final String FORM_PATH = "/-form-/";

    private final ContractDocument document;
    private final ObjectNode root;
    private final ObjectNode responses;

    private ValidatorContract(ContractDocument document) {
        this.document = document;
        root = document.copyOfRoot();
        new ComponentReferences(document).apply(root);
        responses = root.withObjectProperty("components").withObjectProperty("responses");
    }

    /**
     * Refuses contracts of OpenAPI 3.1, because the validator would pass what it does not understand.
     *
     * @throws RefusedContractException if the contract is of OpenAPI 3.1
     */
    public static void requireOpenApi30(ContractDocument document) {
        if (document.isSince31()) {
            throw new RefusedContractException(
                    document.name() + ", /openapi",
                    "requests and answers cannot be checked against a contract of OpenAPI 3.1, since the validator does not"
                            + " look at its types; without pacts, contracts of 3.1 can be compared");
        }
    }

    /**
     * Returns the contract as JSON.
     *
     * @throws RefusedContractException if the contract is of OpenAPI 3.1
     */
    public static String of(ContractDocument document) {
        requireOpenApi30(document);
        ValidatorContract contract = new ValidatorContract(document);
        contract.root
                .path("paths")
                .forEach(item -> ContractDocument.METHODS.forEach(
                        method -> contract.expandClasses(item.path(method).path("responses"))));
        contract.renameBytes();
        contract.addForms();
        return contract.root.toString();
    }

    /** Returns the validator's usual options, except that a property without a type does not count as an object. */
    public static ParseOptions options() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        options.setResolveCombinators(false);
        options.setExplicitObjectSchema(false);
        return options;
    }

    /** Returns the path at which the written contract describes the form of an operation as JSON. */
    public static String formPath(int operation) {
        return FORM_PATH + operation;
    }

    private void expandClasses(JsonNode answers) {
        List<Map.Entry<String, JsonNode>> classes = answers.properties().stream()
                .filter(answer -> STATUS_CLASS.matcher(answer.getKey()).matches())
                .toList();
        for (Map.Entry<String, JsonNode> answer : classes) {
            String name = "Class" + responses.size();
            responses.set(name, answer.getValue());
            int first = Integer.parseInt(answer.getKey().substring(0, 1)) * STATUSES_OF_A_CLASS;
            ObjectNode statuses = (ObjectNode) answers;
            statuses.remove(answer.getKey());
            for (int status = first; status < first + STATUSES_OF_A_CLASS; status++) {
                if (!statuses.has(String.valueOf(status))) {
                    statuses.putObject(String.valueOf(status)).put("$ref", "#/components/responses/" + name);
                }
            }
        }
    }

    private void renameBytes() {
        ContractDocument written = new ContractDocument(root);
        responses.forEach(answer -> JsonBytes.rename(written, answer));
        written.operations()
                .forEach(operation ->
                        operation.node().path("responses").forEach(answer -> JsonBytes.rename(written, answer)));
    }

    private void addForms() {
        var operations = document.operations();
        for (int i = 0; i < operations.size(); i++) {
            JsonNode form = operations.get(i).requestBody().path("content").path(FormBody.MEDIA_TYPE);
            if (form.has("schema")) {
                ObjectNode operation =
                        ((ObjectNode) root.path("paths")).putObject(formPath(i)).putObject("post");
                operation
                        .putObject("requestBody")
                        .putObject("content")
                        .putObject("application/json")
                        .set("schema", form.get("schema").deepCopy());
                operation.putObject("responses").putObject("200").put("description", "Taken.");
            }
        }
        new ComponentReferences(document).apply(root);
    }
}
