import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes the contract as JSON, for programs that read it each time they start: they need no parser of YAML, which takes a
 * fifth of a second of a start. The build runs this source as it stands: ContractToJson YAML JSON
 */
final class ContractToJson {

    private ContractToJson() {}

    public static void main(String[] arguments) throws IOException {
        Path json = Path.of(arguments[1]);
        ObjectWriter writer = new ObjectMapper().writer();
        byte[] document = writer.writeValueAsBytes(
                new YAMLMapper().readTree(Path.of(arguments[0]).toFile()));
        // Keep a file with the same content, so that nothing is compiled again because of it.
        if (!Files.exists(json) || !Arrays.equals(Files.readAllBytes(json), document)) {
            Files.createDirectories(json.getParent());
            Files.write(json, document);
        }
    }
}
