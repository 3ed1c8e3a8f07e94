package dev.remoteassistance.contract.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds JSON Pointers in files. */
class PositionsTest {

    private static final String YAML = """
            openapi: 3.0.3
            paths:
              /loans/{id}:
                get:
                  parameters:
                    - name: id
                      in: path
                    - {name: sort, in: query, schema: {maxLength: 9}}
            """;

    @TempDir
    Path folder;

    @Test
    void findsNamesAndElementsInYaml() throws IOException {
        assertPosition("a.yaml", YAML, "", 1, 1);
        assertPosition("a.yaml", YAML, "/paths/~1loans~1{id}", 3, 3);
        assertPosition("a.yaml", YAML, "/paths/~1loans~1{id}/get/parameters/0", 6, 11);
        assertPosition("a.yaml", YAML, "/paths/~1loans~1{id}/get/parameters/0/in", 7, 11);
        assertPosition("a.yaml", YAML, "/paths/~1loans~1{id}/get/parameters/1", 8, 11);
        assertPosition("a.yaml", YAML, "/paths/~1loans~1{id}/get/parameters/1/schema/maxLength", 8, 44);
    }

    @Test
    void findsThemInJsonWithTabs() throws IOException {
        String json = "{\n\t\"paths\": {\n\t\t\"/a\": [1,\n 2]\n\t}\n}\n";

        assertPosition("a.json", json, "/paths", 2, 2);
        assertPosition("a.json", json, "/paths/~1a", 3, 3);
        assertPosition("a.json", json, "/paths/~1a/1", 4, 2);
    }

    @Test
    void takesTheNearestPartAroundWhatIsNotThere() throws IOException {
        assertPosition("a.yaml", YAML, "/paths/~1loans~1{id}/get/responses/200", 4, 5);
        assertPosition("a.yaml", YAML, "/nowhere", 1, 1);
    }

    @Test
    void readsMoreThanTheParserTakesOfItself() throws IOException {
        String large = "- {name: value, other: value}\n".repeat(120_000);

        assertPosition("a.yaml", large, "/119999", 120_000, 3);
    }

    private void assertPosition(String name, String text, String pointer, int line, int column) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);

        assertThat(Positions.of(file, List.of(pointer)).of(pointer)).as(pointer).isEqualTo(new Position(line, column));
    }
}
