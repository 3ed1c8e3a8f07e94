package dev.remoteassistance.contract.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.remoteassistance.contract.spec.read.RefusedContractException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests which files of a contract are read, and which are refused with the place and the reason. */
class ContractDocumentTest {

    @TempDir
    Path folder;

    static Stream<Arguments> contents() {
        return Stream.of(
                arguments("a: {b: 1}", "{\"a\":{\"b\":1}}"),
                arguments("{\n\t\"a\": {\"b\": 1.10}}", "{\"a\":{\"b\":1.10}}"),
                arguments("\uFEFFa: x", "{\"a\":\"x\"}"),
                arguments("a: &x {b: 1}\nc: *x", "{\"a\":{\"b\":1},\"c\":{\"b\":1}}"),
                arguments("a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}", "{\"a\":{\"b\":1,\"c\":2},\"d\":{\"c\":3,\"b\":1}}"),
                arguments(
                        "a: [yes, no, on, 2024-01-01, 0x10, 0o10, ~, '1', 1.0, 1.0.0]",
                        "{\"a\":[\"yes\",\"no\",\"on\",\"2024-01-01\",16,8,null,\"1\",1.0,\"1.0.0\"]}"),
                arguments("404: x", "{\"404\":\"x\"}"));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void readsYamlAndJson(String content, String tree) throws IOException {
        assertThat(read(content).root()).hasToString(tree);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("- a", "contract.yaml: no OpenAPI description, which is an object"),
                arguments("", "contract.yaml: no OpenAPI description, which is an object"),
                arguments("a: 1\na: 2", "contract.yaml, line 2, column 1: the key 'a' occurs twice there"),
                arguments("{\"a\": 1,\n \"a\": 2}", "contract.yaml, line 2, column 2: the key 'a' occurs twice there"),
                arguments("a: &x\n  b: *x", "contract.yaml, line 2, column 6: the alias *x leads to nothing before it"),
                arguments("a: 1\n---\nb: 2", "contract.yaml, line 2, column 1: a second document in one file"),
                arguments("? [a]\n: b", "contract.yaml, line 1, column 5: a key that is no text"),
                arguments(
                        "[".repeat(501) + "]".repeat(501), "contract.yaml, line 1, column 501: nested deeper than 500"),
                arguments(
                        "{\"a\": " + "[".repeat(501) + "]".repeat(501) + "}",
                        "contract.yaml, line 1, column 506: nested deeper than 500"),
                arguments(laughs(), "contract.yaml, line 8, column 15: more than 20000000 nodes"),
                arguments(
                        "a: {$ref: 'https://shelves.example/a.yaml'}",
                        "contract.yaml, reference https://shelves.example/a.yaml: only files beside the contract and below are read"),
                arguments(
                        "a: {$ref: '/etc/hosts'}",
                        "contract.yaml, reference /etc/hosts: only files beside the contract and below are read"),
                arguments(
                        "a: {$ref: 'x/../../a.yaml'}",
                        "contract.yaml, reference x/../../a.yaml: it leaves the contract's folder"),
                arguments("a: {$ref: 'a.yaml#/b'}", "contract.yaml, reference a.yaml#/b: no such file can be read"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refusals")
    void refusesByName(String content, String message) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOf(RefusedContractException.class)
                .hasMessage(message);
    }

    @Test
    void refusesReferencesThatLeadNowhere() throws IOException {
        ContractDocument document = read("a: {$ref: '#/b'}\nb: {$ref: '#/a'}\nc: {$ref: '#/d'}\ne: {$ref: '#f'}");

        assertThatThrownBy(() -> document.resolve(document.root().get("a")))
                .hasMessage("contract.yaml, reference #/b: references that lead in a circle, or through more than 100");
        assertThatThrownBy(() -> document.resolve(document.root().get("c")))
                .hasMessage("contract.yaml, reference #/d: a reference to nothing");
        assertThatThrownBy(() -> document.resolve(document.root().get("e")))
                .hasMessage("contract.yaml, reference #f: a reference by $anchor, $id or another name is not read, "
                        + "only JSON Pointers are");
    }

    @Test
    void readsReferencedFilesOfItsFolder() throws IOException {
        write(
                "schemas/book.yaml",
                "Book: {properties: {author: {$ref: 'people/author.json'}, shelf: {$ref: '#/Shelf'},"
                        + " loan: {$ref: '../contract.yaml#/Loan'}}}\nShelf: {type: string}");
        write("schemas/people/author.json", "{\"type\": \"integer\"}");
        ContractDocument document = read("book: {$ref: 'schemas/book.yaml#/Book'}\nLoan: {type: boolean}\n"
                + "example: {$ref: 'nowhere.yaml'}\nproperties: {example: {$ref: './schemas/book.yaml#/Shelf'}}");

        var book = document.resolve(document.root().get("book"));
        assertThat(document.referencedFiles())
                .containsExactlyInAnyOrder("schemas/book.yaml", "schemas/people/author.json");
        assertThat(List.of("author", "shelf", "loan"))
                .extracting(name -> document.resolve(book.at("/properties/" + name))
                        .get("type")
                        .asText())
                .containsExactly("integer", "string", "boolean");
        assertThat(document.resolve(document.root().at("/properties/example"))).hasToString("{\"type\":\"string\"}");
        assertThat(document.place(book.get("properties"))).hasToString("schemas/book.yaml#/Book/properties");
        assertThat(document.place(document.root().get("Loan"))).hasToString("contract.yaml#/Loan");
    }

    @Test
    void followsNoLinkOutOfItsFolder() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("secret.yaml"), "type: string");
        Files.createSymbolicLink(inner.resolve("a.yaml"), folder.resolve("secret.yaml"));
        Files.writeString(inner.resolve("contract.yaml"), "a: {$ref: a.yaml}");

        assertThatThrownBy(() -> ContractDocument.read(inner.resolve("contract.yaml")))
                .hasMessage("contract.yaml, reference a.yaml: no such file can be read");
    }

    /** Eight lines that stand for a hundred million texts. */
    private static String laughs() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 8; i++) {
            text.append("a%d: &a%d [".formatted(i, i))
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        return text.toString();
    }

    private ContractDocument read(String content) throws IOException {
        return ContractDocument.read(write("contract.yaml", content));
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
