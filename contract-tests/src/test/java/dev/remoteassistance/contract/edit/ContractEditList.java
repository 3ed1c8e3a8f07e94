package dev.remoteassistance.contract.edit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.remoteassistance.contract.lint.ContractLint;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The edits of {@code edits.yaml}, each alone in our contract. */
final class ContractEditList {

    private static final ContractDocument CONTRACT =
            ContractDocument.read(Path.of(System.getProperty("contract.file")));
    private static final String ADDED = "/components/schemas/RemoteAssistanceReporting/properties/added";

    private ContractEditList() {}

    /**
     * One edit.
     *
     * @param name what it does, in words
     * @param contract our contract with this edit
     * @param refusal what the lint is to say, without the place's file; empty if the edit is to be carried
     */
    record Edit(String name, ContractDocument contract, String refusal) {

        /** What the lint says, without the place's file; empty if it says nothing. */
        String finding() {
            return ContractLint.findings(contract).stream()
                    .map(finding -> finding.toString().replaceFirst("^[^#]*#", ""))
                    .reduce((first, second) -> first + " " + second)
                    .orElse("");
        }

        /** The contract without all operations that the edit leaves as they are. */
        ContractDocument touched() {
            return TouchedOperations.of(CONTRACT.root(), contract);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Edit> all() {
        try (InputStream yaml = ContractEditList.class.getResourceAsStream("/edits.yaml")) {
            return ContractDocument.elements(new YAMLMapper().readTree(yaml))
                    .map(ContractEditList::edit)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contract as it is, to know what an edit changes. */
    static JsonNode unedited() {
        return CONTRACT.root();
    }

    private static Edit edit(JsonNode edit) {
        Stream<ContractEdit> changes = Stream.of(
                        edit.has("property") ? Stream.of(property(edit.get("property"))) : Stream.<ContractEdit>of(),
                        edit.path("set").properties().stream()
                                .map(value -> ContractEdit.set(
                                        value.getKey(), value.getValue().toString())),
                        ContractDocument.elements(edit.path("drop")).map(place -> ContractEdit.drop(place.asText())))
                .flatMap(part -> part);
        return new Edit(
                edit.required("edit").asText(),
                changes.reduce(ContractEdit::and).orElseThrow().changed(CONTRACT),
                edit.path("refused").asText());
    }

    private static ContractEdit property(JsonNode schema) {
        ObjectNode described = schema.deepCopy();
        if (!schema.has("$ref") && !schema.has("description")) {
            described.put("description", "A property that is new.");
        }
        return ContractEdit.set(ADDED, described.toString());
    }
}
