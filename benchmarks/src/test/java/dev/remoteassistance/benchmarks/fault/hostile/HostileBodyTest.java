package dev.remoteassistance.benchmarks.fault.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Tests that the attacks are what they claim; otherwise a server that withstands them would prove nothing. */
class HostileBodyTest {

    private static final int MAX_BYTES = 4 << 20;

    @Test
    void namesCollideInJacksonsTable() throws IOException {
        List<String> names = names(new HostileBody().collidingNames());
        ByteQuadsCanonicalizer table = ByteQuadsCanonicalizer.createRoot();

        Set<Integer> hashes = names.stream()
                .filter(name -> name.length() == 8)
                .map(name -> ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)))
                .map(name -> table.calcHash(name.getInt(), name.getInt()))
                .collect(Collectors.toSet());
        assertThat(new HashSet<>(names)).hasSize(400 + 40 * 40);
        assertThat(hashes).hasSize(40);
    }

    @Test
    void manyNamesAreMoreThanJacksonRemembers() throws IOException {
        assertThat(new HashSet<>(names(new HostileBody().manyNames()))).hasSize(6_200);
    }

    @Test
    void largeBodiesKeepToTheLimitAndAreSmallOnTheWire() throws IOException {
        for (byte[] wire : List.of(new HostileBody().giantName(MAX_BYTES), HostileBody.bomb(MAX_BYTES))) {
            assertThat(wire).hasSizeLessThan(16 * 1024);
            assertThat(inflate(wire)).hasSizeBetween(MAX_BYTES - 4 * 1024, MAX_BYTES);
        }
    }

    private static List<String> names(byte[] wire) throws IOException {
        // With a table of names, this mapper would refuse the body itself.
        ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build());
        JsonNode report = mapper.readTree(inflate(wire)).path("reportingPayload");
        return report.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static byte[] inflate(byte[] wire) throws IOException {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(wire))) {
            return plain.readAllBytes();
        }
    }
}
