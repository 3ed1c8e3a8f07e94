package dev.remoteassistance.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads the contract and its examples for the tests. */
public final class ContractDocument {

    private static final String FOLDER = "openapi/";

    private ContractDocument() {}

    public static JsonNode schema(String name) {
        try (InputStream yaml = resource("remote-assistance.yaml")) {
            return new YAMLMapper().readTree(yaml).at("/components/schemas").required(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] example(String name) {
        try (InputStream json = resource("examples/" + name)) {
            return json.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream resource = ContractDocument.class.getClassLoader().getResourceAsStream(FOLDER + name);
        if (resource == null) {
            throw new IllegalArgumentException("no such file in the contract: " + name);
        }
        return resource;
    }
}
