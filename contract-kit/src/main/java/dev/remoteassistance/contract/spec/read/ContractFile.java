package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.yaml.snakeyaml.LoaderOptions;

/** Reads the files of a contract, YAML or JSON, within limits, and writes one. */
public final class ContractFile {

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

    private ContractFile() {}

    /**
     * Reads a YAML or JSON file, and the files that it refers to.
     *
     * @return the root, which has the referenced files below {@value ReferencedFiles#MEMBER}
     * @throws RefusedContractException if it cannot be read as an OpenAPI description, with the place and the reason
     * @throws UncheckedIOException if there is no such file
     */
    public static ObjectNode read(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = file.getFileName().toString();
        try {
            if (read(folder, name) instanceof ObjectNode root) {
                ReferencedFiles.include(root, name, folder);
                return root;
            }
            throw new RefusedContractException(name, "no OpenAPI description, which is an object");
        } catch (IOException e) {
            throw new UncheckedIOException("no OpenAPI description can be read from " + name, e);
        }
    }

    /**
     * Reads one file, in UTF-8 or with a byte order mark; a symbolic link may not lead out of the folder.
     *
     * @param name relative to the folder, by slashes
     * @return the root; missing for an empty file
     * @throws IOException if there is no such file, or it cannot be read
     * @throws RefusedContractException if it is neither YAML nor JSON, or breaks a limit, with the line and the reason
     */
    static JsonNode read(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!file.toRealPath().startsWith(folder.toRealPath())) {
            throw new IOException(name + " leads out of the folder");
        }
        byte[] content = Files.readAllBytes(file);
        if (content.length > 0 && content[0] == '{') {
            try {
                return JSON.readTree(content);
            } catch (IOException e) {
                // It may be YAML; if not, the YAML reader's message is the better one.
                return YamlTree.read(name, content);
            }
        }
        return YamlTree.read(name, content);
    }

    /** Returns the limits within which the YAML of a contract is read. */
    public static LoaderOptions yamlLimits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(MAX_CHARACTERS);
        limits.setNestingDepthLimit(MAX_DEPTH);
        return limits;
    }

    /** Writes a tree as YAML. */
    public static void write(Path file, JsonNode root) {
        YAMLMapper yaml = YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build();
        try {
            Files.writeString(file, yaml.writeValueAsString(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
