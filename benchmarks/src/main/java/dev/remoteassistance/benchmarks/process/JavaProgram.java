package dev.remoteassistance.benchmarks.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line and environment of a Java program, which runs on the same JDK as this one.
 *
 * @param name its name in logs and messages
 * @param javaOptions options of the virtual machine
 * @param program {@code -jar FILE} or {@code -cp PATH MAIN}, and the program's own arguments
 * @param environment variables that are added to the environment
 */
public record JavaProgram(
        String name, List<String> javaOptions, List<String> program, Map<String, String> environment) {

    /** Path of the server's jar that {@code mvn package} builds, from the project's folder. */
    public static final Path SERVER_JAR = Path.of("server", "target", "remote-assistance-server.jar");

    public JavaProgram {
        javaOptions = List.copyOf(javaOptions);
        program = List.copyOf(program);
        environment = Map.copyOf(environment);
    }

    /** Returns a command of our server, of this build or another. */
    public static JavaProgram ofJar(
            Path jar, String name, List<String> javaOptions, List<String> arguments, Map<String, String> environment) {
        if (!Files.isRegularFile(jar)) {
            throw new BenchmarkException(jar + " is not there. Run this in the project's folder, after: "
                    + "mvn -ntp -pl server -am package -DskipTests");
        }
        List<String> program = new ArrayList<>(List.of("-jar", jar.toString()));
        program.addAll(arguments);
        return new JavaProgram(name, javaOptions, program, environment);
    }

    /** Returns a main class from the same class path as this program. */
    public static JavaProgram ofThisJar(
            String name, List<String> javaOptions, Class<?> main, Map<String, String> environment) {
        return new JavaProgram(
                name, javaOptions, List.of("-cp", System.getProperty("java.class.path"), main.getName()), environment);
    }

    /** Returns the same program with more options of the virtual machine. */
    public JavaProgram with(String... moreJavaOptions) {
        List<String> options = new ArrayList<>(javaOptions);
        options.addAll(List.of(moreJavaOptions));
        return new JavaProgram(name, options, program, environment);
    }

    /**
     * Returns a builder with the command line. Removes inherited variables that are settings, unless this program sets
     * them.
     */
    ProcessBuilder builder() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(program);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("REMOTE_ASSISTANCE"));
        builder.environment().putAll(environment);
        return builder;
    }
}
