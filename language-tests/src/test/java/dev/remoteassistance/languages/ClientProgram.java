package dev.remoteassistance.languages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that posts reports through a client which the build has generated into the program's folder. */
enum ClientProgram {
    TYPESCRIPT("TypeScript", Language.TYPESCRIPT, "typescript"),
    TYPESCRIPT_DATES("TypeScript, `Date`", Language.TYPESCRIPT, "typescript-dates"),
    PYTHON("Python", Language.PYTHON, "python"),
    PYTHON_DATES("Python, `datetime`", Language.PYTHON, "python-dates"),
    GO("Go", Language.GO, "go");

    private static final long MAX_MINUTES = 5;

    /** Nothing but the locked packages is looked for, neither a later version nor a module or a compiler of Go. */
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "GOPROXY", "off",
            "GOTOOLCHAIN", "local",
            "NPM_CONFIG_UPDATE_NOTIFIER", "false",
            "PIP_DISABLE_PIP_VERSION_CHECK", "1");

    private final String column;
    private final Language language;
    private final Path folder;

    ClientProgram(String column, Language language, String folder) {
        this.column = column;
        this.language = language;
        this.folder = Path.of(System.getProperty("clients"), folder);
    }

    /** Returns the name that the page gives to this client. */
    String column() {
        return column;
    }

    /** Copies the program's sources beside the generated client, and builds them together. */
    void build() throws IOException, InterruptedException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/programs", language.folder()))) {
            for (Path source : sources.toList()) {
                Files.copy(
                        source, folder.resolve(source.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        for (String command : language.build()) {
            run(command, Map.of(), List.of());
        }
    }

    /**
     * Posts reports.
     *
     * @param root the server's address, without a path
     * @param reports bodies of requests, each without line breaks
     * @return what came of each, then how many sessions the server lists
     */
    List<String> post(URI root, String token, List<String> reports) throws IOException, InterruptedException {
        return run(language.run(), Map.of("ROOT", root.toString().replaceFirst("/$", ""), "TOKEN", token), reports);
    }

    private List<String> run(String command, Map<String, String> environment, List<String> lines)
            throws IOException, InterruptedException {
        Path input = Files.write(folder.resolve("input.txt"), lines);
        Path output = folder.resolve("output.txt");
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command.split(" "))
                .directory(folder.toFile())
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(ENVIRONMENT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new AssertionError("%s in %s failed:%n%s%s"
                        .formatted(command, folder, Files.readString(output), Files.readString(errors)));
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(output);
    }
}
