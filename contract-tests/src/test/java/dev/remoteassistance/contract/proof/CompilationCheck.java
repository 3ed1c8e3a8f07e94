package dev.remoteassistance.contract.proof;

import dev.remoteassistance.contract.mutant.MutantCheck;
import dev.remoteassistance.contract.mutant.SpecMutant;
import dev.remoteassistance.contract.provider.VerifiedPacts;
import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Generates and compiles everything against another contract, in a copy of this project, by the project's own build. */
final class CompilationCheck {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CONTRACT = PROJECT.relativize(VerifiedPacts.CONTRACT);
    private static final Set<String> NOT_COPIED = Set.of("target", ".git", "remote-assistance-data");
    private static final String COMPILER_SAYS = "COMPILATION ERROR";

    private final Path copy;

    CompilationCheck(Path folder) throws IOException {
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

    MutantCheck asCheck() {
        return new MutantCheck("compilation", this::complaint);
    }

    private Optional<String> complaint(SpecMutant mutant) {
        return complaint(mutant.contract());
    }

    /** Returns the compiler's message; empty if everything compiles. */
    Optional<String> complaint(ContractDocument contract) {
        contract.write(copy.resolve(CONTRACT));
        try {
            Path log = copy.resolve("compilation.log");
            Process build = new ProcessBuilder(
                            List.of("mvn", "-B", "-ntp", "-o", "test-compile", "-Dstyle.color=never"))
                    .directory(copy.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            int exit = build.waitFor();
            String said = Files.readString(log);
            if (exit != 0 && !said.contains(COMPILER_SAYS)) {
                throw new IllegalStateException("the build failed for another reason than compilation: " + said);
            }
            return exit == 0
                    ? Optional.empty()
                    : said.lines()
                            .filter(line -> line.startsWith("[ERROR]") && line.contains(".java:"))
                            .findFirst()
                            .map(line -> line.substring(line.lastIndexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
