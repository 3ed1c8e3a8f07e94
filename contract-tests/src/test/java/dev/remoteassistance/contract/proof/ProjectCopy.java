package dev.remoteassistance.contract.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A copy of this project's sources, in which its own build runs with other contracts. */
final class ProjectCopy {

    /** The root of this project: surefire runs in the folder of the module. */
    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_COPIED = Set.of("target", ".git", "remote-assistance-data");

    private final Path copy;

    /** Copies the project into a folder. */
    ProjectCopy(Path folder) throws IOException {
        copy = folder.resolve("project");
        Files.walkFileTree(PROJECT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path place, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(place.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(copy.resolve(PROJECT.relativize(place)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, copy.resolve(PROJECT.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Where a file of the project is in the copy, by its path from the root. */
    Path file(String path) {
        return copy.resolve(path);
    }

    /**
     * How a build ended.
     *
     * @param exit 0 if it succeeded
     * @param log all that it printed
     */
    record Build(int exit, String log) {}

    /** Runs Maven in the copy, offline and with the local repository of this build, which has all that it needs. */
    Build maven(String... arguments) {
        List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-o", "-Dstyle.color=never"));
        String repository = System.getProperty("maven.repo.local");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        command.addAll(List.of(arguments));
        try {
            Path log = copy.resolve("build.log");
            Process build = new ProcessBuilder(command)
                    .directory(copy.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Build(build.waitFor(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
