package dev.remoteassistance.contract.lint.syntax;

import dev.remoteassistance.contract.spec.SourcePlace;
import dev.remoteassistance.contract.spec.read.ContractFile;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;

/**
 * Finds words without quotes that YAML 1.1 reads as booleans, such as {@code yes} and {@code off}. To the kit, which reads
 * YAML 1.2, they are texts; to the generators, which read YAML 1.1, they are not.
 */
public final class Yaml11Booleans {

    private static final Set<String> YAML_12 = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private final List<SourcePlace> found = new ArrayList<>();

    private Yaml11Booleans() {}

    /**
     * Returns the places of such words, keys and values.
     *
     * @param file a file that the kit can read
     * @throws UncheckedIOException if the file cannot be read
     */
    public static List<SourcePlace> in(Path file) {
        Yaml11Booleans booleans = new Yaml11Booleans();
        try (Reader reader = new UnicodeReader(Files.newInputStream(file))) {
            Node root = new Yaml(ContractFile.yamlLimits()).compose(reader);
            if (root != null) {
                booleans.look(root, new SourcePlace(file.getFileName().toString(), ""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return booleans.found;
    }

    private void look(Node node, SourcePlace place) {
        if (node instanceof ScalarNode scalar) {
            if (scalar.isPlain() && scalar.getTag().equals(Tag.BOOL) && !YAML_12.contains(scalar.getValue())) {
                found.add(place);
            }
        } else if (node instanceof SequenceNode sequence) {
            int index = 0;
            for (Node element : sequence.getValue()) {
                look(element, place.member(String.valueOf(index++)));
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                look(tuple.getKeyNode(), place.member(key));
                look(tuple.getValueNode(), place.member(key));
            }
        }
    }
}
