package dev.remoteassistance.contract.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;

/** A YAML or JSON file, read token by token. */
final class TextFile {

    private TextFile() {}

    /** Returns the texts of all {@code $ref}; if the file is not valid YAML, those before the error. */
    static List<String> references(Path file) throws IOException {
        List<String> references = new ArrayList<>();
        try (JsonParser parser = parser(file)) {
            while (parser.nextToken() != null) {
                if ("$ref".equals(parser.currentName()) && parser.currentToken() == JsonToken.VALUE_STRING) {
                    references.add(parser.getText());
                }
            }
        } catch (JsonProcessingException noYaml) {
            // The reader of the contract reports the place of the fault.
            return references;
        }
        return references;
    }

    static JsonParser parser(Path file) throws IOException {
        if (file.toString().endsWith(".json")) {
            return new JsonFactory().createParser(file.toFile());
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return YAMLFactory.builder().loaderOptions(options).build().createParser(file.toFile());
    }
}
