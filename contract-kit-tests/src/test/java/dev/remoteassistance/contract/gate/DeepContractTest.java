package dev.remoteassistance.contract.gate;

import static dev.remoteassistance.contract.spec.ContractEdit.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.difference.Difference;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.ContractEdit;
import dev.remoteassistance.contract.spec.WireComparison;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas that refer to each other in long chains get their verdict without a stack overflow. */
class DeepContractTest {

    private static final int LENGTH = 20_000;

    @Test
    void followsAChainOfProperties() {
        ContractDocument contract = chain("properties");

        assertThat(breaks(contract, last("{type: string}"))).singleElement().satisfies(found -> {
            assertThat(found.words()).isEqualTo("type changed from integer to string");
            assertThat(found.place().pointer().split("/")).hasSize(LENGTH);
        });
    }

    @Test
    void followsAChainOfParts() {
        assertThat(breaks(chain("allOf"), last("{type: string}")))
                .extracting(Difference::words)
                .containsExactly("type changed from integer to string");
    }

    @Test
    void followsAChainOfAlternatives() {
        assertThat(breaks(chain("anyOf"), last("{type: string}")))
                .extracting(Difference::words)
                .containsExactly("type changed from integer to string");
    }

    @Test
    void sendsNothingNewWhereOnlyWordsChange() {
        ContractDocument contract = chain("properties");

        assertThat(breaks(contract, last("{type: integer, description: x}"))).isEmpty();
        assertThat(WireComparison.areSame(
                        contract, last("{type: integer, description: x}").changed(contract)))
                .isTrue();
    }

    private static List<Difference> breaks(ContractDocument contract, ContractEdit edit) {
        return ContractGate.breaks(contract, edit.changed(contract));
    }

    private static ContractEdit last(String schema) {
        return set("/components/schemas/S" + LENGTH, schema);
    }

    private static ContractDocument chain(String keyword) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
        ObjectNode operation = root.putObject("paths").putObject("/a").putObject("post");
        operation.putObject("responses").putObject("204").put("description", "Done.");
        operation
                .putObject("requestBody")
                .putObject("content")
                .putObject("application/json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/S0");
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        for (int i = 0; i < LENGTH; i++) {
            ObjectNode schema = schemas.putObject("S" + i);
            ObjectNode next = keyword.equals("properties")
                    ? schema.putObject(keyword).putObject("p")
                    : schema.putArray(keyword).addObject();
            next.put("$ref", "#/components/schemas/S" + (i + 1));
        }
        schemas.putObject("S" + LENGTH).put("type", "integer");
        return new ContractDocument(root);
    }
}
