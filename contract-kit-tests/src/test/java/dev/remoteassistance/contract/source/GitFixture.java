package dev.remoteassistance.contract.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real repository that tests make with the real {@code git}. */
public record GitFixture(Path folder) {

    /** Makes a repository with the branch {@code main}. */
    public static GitFixture init(Path folder) throws IOException {
        Files.createDirectories(folder);
        GitFixture git = new GitFixture(folder);
        git.run("init", "--quiet", "--initial-branch=main");
        return git;
    }

    /** Clones a repository. */
    public static GitFixture clone(GitFixture from, Path folder, String... options) {
        List<String> arguments = new ArrayList<>(List.of("clone", "--quiet"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of(from.folder().toUri().toString(), folder.toString()));
        from.run(arguments.toArray(String[]::new));
        return new GitFixture(folder);
    }

    /** Writes a file and commits it. */
    public GitFixture commit(String path, String content) throws IOException {
        write(path, content);
        run("add", "--all");
        run("commit", "--quiet", "--message", "Change " + path);
        return this;
    }

    /** Writes a file. */
    public Path write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    /** Runs git, and returns what it printed. */
    public String run(String... arguments) {
        List<String> line = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        line.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String printed = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new AssertionError(line + ": " + printed);
            }
            return printed.strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
