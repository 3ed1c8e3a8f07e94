package dev.remoteassistance.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the script that starts the server's jar. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {

    private static final Path JAR = Path.of(System.getProperty("server.jar"));
    private static final Path FOLDER = JAR.getParent();

    @TempDir
    Path folder;

    @Test
    void takesItsClassesFromTheArchiveThatTheBuildMade() throws Exception {
        assertThat(sourceOfMainClass(FOLDER)).startsWith("shared objects file");
    }

    @Test
    void startsWithoutAnArchive() throws Exception {
        copyWithoutArchive(folder);

        assertThat(sourceOfMainClass(folder)).isEqualTo("file:" + folder.resolve(JAR.getFileName()));
    }

    @Test
    void passesOverAnArchiveOfAnotherJar() throws Exception {
        copyWithoutArchive(folder);
        // JDK 25 accepts the archive of an equal jar in another folder, and compares jars by size and time.
        Files.setLastModifiedTime(folder.resolve(JAR.getFileName()), FileTime.fromMillis(0));
        Path archive = archive();
        Files.createLink(folder.resolve(archive.getFileName()), archive);

        assertThat(sourceOfMainClass(folder)).isEqualTo("file:" + folder.resolve(JAR.getFileName()));
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx64m, Using Serial",
        "-Xmx100m, Using Serial",
        "-XX:MaxHeapSize=100m, Using Serial",
        "-Xmx511m, Using Serial",
        "-Xmx512m, Using G1",
        "-Xmx1g, Using G1",
        "-Xmx600000k, Using G1",
        "-Xmx67108864, Using Serial",
        "-Xmx64m -Xmx600m, Using G1",
        "-XX:MaxRAMPercentage=0.01, Using Serial",
        "-Xmx64m -XX:+UseG1GC, Using G1",
        "-Xmx600m -XX:+UseParallelGC, Using Parallel"
    })
    void choosesTheCollectorThatSuitsTheHeap(String options, String collector) throws Exception {
        assertThat(logOfTheHeap("gc", "JAVA_OPTS", options)).contains(collector);
    }

    @ParameterizedTest
    @CsvSource({
        "-Xmx129m, 128M",
        "-Xmx511m, 128M",
        "-XX:MaxHeapSize=300m, 128M",
        "-Xmx300m -Xms200m, 200M",
        "-Xmx300m -XX:InitialRAMPercentage=100, 300M",
        "-Xmx300m -XX:InitialHeapSize=64m, 64M",
        "-Xmx300m -XX:MinHeapSize=40m -XX:InitialHeapSize=50m, 50M"
    })
    void beginsASmallHeapWithTheSameSizeOnEachMachine(String options, String initial) throws Exception {
        assertThat(logOfTheHeap("gc+init", "JAVA_OPTS", options)).contains("Heap Initial Capacity: " + initial);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
    void knowsTheHeapThatAVariableOfTheJvmAsksFor(String variable) throws Exception {
        assertThat(logOfTheHeap("gc", variable, "-Xmx100m")).contains("Using Serial");
    }

    private List<String> logOfTheHeap(String tags, String variable, String options) throws Exception {
        Path log = folder.resolve("gc");
        // The JVM ends at once with its own version: it has its heap then.
        Map<String, String> variables =
                new HashMap<>(Map.of("JAVA_OPTS", "-Xlog:" + tags + ":file=" + log + ":none -version"));
        variables.merge(variable, options, (ours, more) -> more + " " + ours);
        ServerJar.Result result = launch(FOLDER, variables);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Files.readAllLines(log);
    }

    @Test
    void passesArgumentsAndTheExitCodeOn() throws Exception {
        assertThat(launch(FOLDER, "", "export", "--data", "a  b", "--nonsense").exitCode())
                .isEqualTo(2);
    }

    private String sourceOfMainClass(Path launcher) throws Exception {
        Path log = folder.resolve("classes");
        ServerJar.Result result = launch(launcher, "-Xlog:class+load:file=" + log + ":none", "--version");
        assertThat(result.exitCode()).as(result.err()).isZero();
        String start = mainClass() + " source: ";
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElseThrow();
    }

    private static String mainClass() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.getManifest().getMainAttributes().getValue("Main-Class");
        }
    }

    private static void copyWithoutArchive(Path folder) throws IOException {
        for (String name : List.of(JAR.getFileName().toString(), "remote-assistance-server", "jvm.options")) {
            Files.copy(FOLDER.resolve(name), folder.resolve(name), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static Path archive() throws IOException {
        try (var files = Files.newDirectoryStream(
                FOLDER, "classes-" + System.getProperty("java.runtime.version") + ".{aot,jsa}")) {
            return files.iterator().next();
        }
    }

    private static ServerJar.Result launch(Path folder, String options, String... arguments) throws Exception {
        return launch(folder, Map.of("JAVA_OPTS", options), arguments);
    }

    private static ServerJar.Result launch(Path folder, Map<String, String> variables, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(
                List.of(folder.resolve("remote-assistance-server").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(variables);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new ServerJar.Result(process.waitFor(), out, err);
    }
}
