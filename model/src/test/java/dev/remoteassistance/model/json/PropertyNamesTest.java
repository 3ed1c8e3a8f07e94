package dev.remoteassistance.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.ContractDocument;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tests that names in one document do not affect how the next document is read, and that names are bounded. */
class PropertyNamesTest {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Number of bytes that Jackson's hash takes in one step. */
    private static final int QUAD = 4;

    /** The inverse of the hash's factor 33: their product is 1 in 32 bits. */
    private static final int INVERSE_OF_33 = 1_041_204_193;

    private final JsonMapper mapper = JsonPolicy.newMapper();
    private final Random random = new Random();

    /**
     * Names with equal hashes fill the table that parsers share, if there is one. How full it gets depends on a secret
     * number of each mapper, so that a test with one mapper would prove nothing.
     */
    @RepeatedTest(10)
    void namesOfOneDocumentDoNotKeepAnotherFromBeingRead() throws IOException {
        readOrRefuse(object(Stream.generate(() -> text(7)).distinct().limit(6_200)));
        readOrRefuse(object(Stream.generate(this::namesWithEqualHash)
                .limit(100)
                .flatMap(Set::stream)
                .distinct()));

        String innocent = mapper.readTree(ContractDocument.example("2024-05-27props.json"))
                .toString();
        for (int i = 0; i < 3; i++) {
            assertThat(mapper.readTree(innocent.getBytes(StandardCharsets.UTF_8))
                            .toString())
                    .isEqualTo(innocent);
        }
    }

    @Test
    void namesAreNotInterned() throws IOException {
        String name = text(40);
        mapper.readTree(object(Stream.of(name)));
        mapper.readTree(new String(object(Stream.of(name)), StandardCharsets.UTF_8));
        // The first text of its kind that is interned is returned itself.
        String copy = new String(name.toCharArray());
        assertThat(copy.intern()).isSameAs(copy);
    }

    @Test
    void readsNamesUpToTheLimit() throws IOException {
        String name = "n".repeat(JsonPolicy.MAX_NAME_LENGTH);

        RemoteAssistanceReporting report = mapper.readValue(object(Stream.of(name)), RemoteAssistanceReporting.class);

        assertThat(report.getAdditionalProperty(name)).isEqualTo(0);
    }

    @Test
    void refusesLongerNames() {
        byte[] document = object(Stream.of("n".repeat(JsonPolicy.MAX_NAME_LENGTH + 1)));

        assertThatThrownBy(() -> mapper.readValue(document, RemoteAssistanceReporting.class))
                .isInstanceOf(StreamConstraintsException.class);
    }

    private void readOrRefuse(byte[] document) {
        try {
            mapper.readTree(document);
        } catch (IOException refused) {
            // The attacker's own document may be refused.
        }
    }

    /** Jackson mixes its secret seed in only after this part of the hash. */
    private Set<String> namesWithEqualHash() {
        int hash = hash(quad()) + quad() * 33;
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < 20) {
            int start = quad();
            int end = (hash - hash(start)) * INVERSE_OF_33;
            // Most are none, so that they are tried as numbers.
            if (isOfLetters(end)) {
                names.add(textOf(start) + textOf(end));
            }
        }
        return names;
    }

    private static int hash(int quad) {
        int hash = quad + (quad >>> 15);
        return hash ^ hash >>> 9;
    }

    /** Returns random letters as the number that Jackson's hash reads in one step. */
    private int quad() {
        int quad = 0;
        for (int i = 0; i < QUAD; i++) {
            quad = quad << Byte.SIZE | letter();
        }
        return quad;
    }

    private static boolean isOfLetters(int quad) {
        for (int i = 0; i < QUAD; i++) {
            if (LETTERS.indexOf(quad >>> i * Byte.SIZE & 0xFF) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String textOf(int quad) {
        return new String(ByteBuffer.allocate(QUAD).putInt(quad).array(), StandardCharsets.ISO_8859_1);
    }

    private String text(int length) {
        char[] letters = new char[length];
        for (int i = 0; i < length; i++) {
            letters[i] = letter();
        }
        return new String(letters);
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private static byte[] object(Stream<String> names) {
        return names.map(name -> "\"" + name + "\":0")
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
