package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that the bill of materials lists exactly the contents of the runnable jar: it compares files, not poms. */
@Tag("ci")
class SbomIT {

    private static JsonNode sbom;

    /** The jars of the class path, by hash. */
    private static final Map<String, Path> JARS = new HashMap<>();

    @BeforeAll
    static void read() throws Exception {
        assumeFalse("offline=true".equals(System.getProperty("build.mode")), "Maven makes none offline");
        sbom = new JsonMapper()
                .readTree(Path.of(System.getProperty("server.sbom")).toFile());
        for (Path jar : classPath().toList()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            JARS.put(HexFormat.of().formatHex(digest), jar);
        }
    }

    @Test
    void everyFileOfTheRunnableJarIsOfAComponent() throws Exception {
        Set<String> known = new HashSet<>();
        for (JsonNode component : sbom.required("components")) {
            known.addAll(files(JARS.getOrDefault(hash(component), Path.of("missing"))));
        }
        known.addAll(files(own()));
        assertThat(without(files(runnable()), known)).isEmpty();
    }

    @Test
    void everyComponentIsInTheRunnableJar() throws Exception {
        Set<String> shipped = files(runnable());
        assertThat(sbom.required("components")).isNotEmpty().allSatisfy(component -> {
            assertThat(JARS).as("jars of this build").containsKey(hash(component));
            Set<String> files = files(JARS.get(hash(component)));
            assertThat(files).isNotEmpty();
            assertThat(without(files, shipped)).isEmpty();
        });
    }

    /** Returns what is not among others. AssertJ would compare each name with each. */
    private static Set<String> without(Set<String> names, Set<String> others) {
        Set<String> left = new HashSet<>(names);
        left.removeIf(others::contains);
        return left;
    }

    @Test
    void namesTheServerAndALicenceForEachComponent() {
        JsonNode server = sbom.at("/metadata/component");
        assertThat(server.path("type").asText()).isEqualTo("application");
        assertThat(server.path("purl").asText()).startsWith("pkg:maven/dev.remoteassistance/remote-assistance-server@");
        assertThat(sbom.required("components"))
                .allSatisfy(component -> assertThat(component.path("licenses")).isNotEmpty());
    }

    @Test
    void tellsNoTwoBuildsApart() {
        assertThat(sbom.at("/metadata").has("timestamp")).isFalse();
    }

    private static Path runnable() {
        return Path.of(System.getProperty("server.jar"));
    }

    private static Path own() {
        return classPath()
                .filter(jar -> jar.getFileName().toString().matches("remote-assistance-server-[0-9].*"))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(file -> file.toString().endsWith(".jar"));
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                return hash.path("content").asText();
            }
        }
        throw new AssertionError("No SHA-256 of " + component.path("purl").asText());
    }

    /** Returns the files with code and data: all but the descriptions of jars, which shading merges or omits. */
    private static Set<String> files(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName())
                    .filter(name -> !name.startsWith("META-INF/") && !name.equals("module-info.class"))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
