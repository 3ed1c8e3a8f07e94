package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads one file of a contract, YAML or JSON, within limits. */
public final class ContractTree {

    /** Far deeper than any contract, and shallow enough for code that walks the tree recursively. */
    static final int MAX_DEPTH = 500;
    /** Maximum number of characters in one file. The largest public contracts have about ten million. */
    static final int MAX_CHARACTERS = 100_000_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxDocumentLength(MAX_CHARACTERS)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ContractTree() {}

    /**
     * Reads a file.
     *
     * @param file its name, for messages
     * @param content YAML or JSON, in UTF-8 or with a byte order mark
     * @return the root; missing for an empty file
     * @throws RefusedContractException if it is neither, or breaks a limit, with the line and the reason
     */
    static JsonNode read(String file, byte[] content) {
        if (content.length > 0 && content[0] == '{') {
            try {
                return JSON.readTree(content);
            } catch (IOException e) {
                // It may be YAML; if not, the YAML reader's message is the better one.
                return YamlTree.read(file, content);
            }
        }
        return YamlTree.read(file, content);
    }

    /** Returns the limits within which the YAML of a contract is read. */
    public static LoaderOptions yamlLimits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        return limits;
    }
}
