package dev.remoteassistance.contract.mutant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Mutants that nobody can tell from the original, each with the reason.
 *
 * @param reasons by the title of a matrix, then by the name of a mutant
 */
public record Equivalents(Map<String, Map<String, String>> reasons) {

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Reads the equivalents from a YAML map of matrix, mutant and reason. */
    public static Equivalents read(Path file) {
        try {
            JsonNode reasons = YAML.readTree(file.toFile());
            return new Equivalents(
                    reasons.isObject() ? YAML.convertValue(reasons, new TypeReference<>() {}) : Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("no equivalents can be read from " + file, e);
        }
    }

    /** Returns the equivalents of one matrix. */
    public Map<String, String> of(String title) {
        return reasons.getOrDefault(title, Map.of());
    }
}
