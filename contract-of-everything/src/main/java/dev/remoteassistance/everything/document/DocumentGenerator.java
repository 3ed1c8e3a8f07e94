package dev.remoteassistance.everything.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.quicktheories.core.Gen;
import org.quicktheories.core.RandomnessSource;
import org.quicktheories.generators.Generate;

/**
 * Generates request bodies that the contract allows, as JSON text: everything that its schema declares, and any other
 * members of open objects.
 *
 * <p>Each document, small or large, uses the same draws in the same order. So the library can shrink one draw, and all
 * the others keep their meaning.
 */
public final class DocumentGenerator implements Gen<String> {

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Gen<ObjectNode> body;
    private final Gen<JsonMapper> writer = Generate.pick(List.of(PLAIN, ASCII));

    public DocumentGenerator(ContractBody contract) {
        this.body = new SchemaGenerator(contract.maxNumberLength())
                .object(contract.schema(), contract.maxNestingDepth() - 1);
    }

    @Override
    public String generate(RandomnessSource source) {
        try {
            return writer.generate(source).writeValueAsString(body.generate(source));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints a document so that all its characters can be told apart. */
    @Override
    public String asString(String document) {
        StringBuilder ascii = new StringBuilder();
        document.chars().forEach(c -> ascii.append(c < 0x7F ? Character.toString(c) : "\\u%04X".formatted(c)));
        return ascii.toString();
    }
}
