package dev.remoteassistance.contract.release;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The file of a contract, and the files of schemas and examples that it refers to, relative to its folder. */
public final class ContractFiles {

    private ContractFiles() {}

    /** Returns whether two contracts and their files are the same, byte by byte. */
    public static boolean areSame(Path one, Path other) {
        Set<Path> files = files(one);
        return isSame(one, other)
                && files.stream().allMatch(file -> isSame(one.resolveSibling(file), other.resolveSibling(file)));
    }

    /** Replaces a contract and its files by another contract and its files. */
    public static void replace(Path old, Path contract) {
        try {
            if (Files.exists(old)) {
                for (Path file : files(old)) {
                    Files.deleteIfExists(old.resolveSibling(file));
                }
            }
            copy(contract, old);
            for (Path file : files(contract)) {
                copy(contract.resolveSibling(file), old.resolveSibling(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> files(Path contract) {
        ContractDocument document = ContractDocument.read(contract);
        Set<Path> files = new LinkedHashSet<>();
        document.referencedFiles().forEach(file -> files.add(Path.of(file)));
        document.root().findValuesAsText("externalValue").stream()
                .filter(file -> !file.contains(":") && !file.contains("..") && !file.startsWith("/"))
                .forEach(file -> files.add(Path.of(file)));
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().getParent());
        Files.write(to, Files.readAllBytes(from));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
