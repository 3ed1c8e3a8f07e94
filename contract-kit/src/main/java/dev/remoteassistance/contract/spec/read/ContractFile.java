package dev.remoteassistance.contract.spec.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tree of a contract as a file. */
public final class ContractFile {

    private ContractFile() {}

    /**
     * Reads a YAML or JSON file, and the files that it refers to.
     *
     * @return the root, which has the other files below {@value OtherFiles#MEMBER}
     * @throws RefusedContractException if it cannot be read as an OpenAPI description, with the place and the reason
     * @throws UncheckedIOException if there is no such file
     */
    public static ObjectNode read(Path file) {
        ContractFolder folder = new ContractFolder(file.toAbsolutePath().getParent());
        String name = file.getFileName().toString();
        try {
            if (ContractTree.read(name, folder.read(name)) instanceof ObjectNode root) {
                OtherFiles.include(root, name, folder);
                return root;
            }
            throw new RefusedContractException(name, "no OpenAPI description, which is an object");
        } catch (IOException e) {
            throw new UncheckedIOException("no OpenAPI description can be read from " + name, e);
        }
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
