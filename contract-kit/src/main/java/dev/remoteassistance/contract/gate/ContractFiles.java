package dev.remoteassistance.contract.gate;

import dev.remoteassistance.contract.spec.ContractDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** A contract's file and the files of examples that it refers to, relative to its folder. */
final class ContractFiles {

    private ContractFiles() {}

    /** Whether two contracts are the same, byte by byte, with their examples. */
    static boolean areSame(Path one, Path other) {
        Set<Path> examples = examples(one);
        return isSame(one, other)
                && examples.stream()
                        .allMatch(example -> isSame(one.resolveSibling(example), other.resolveSibling(example)));
    }

    /** Replaces a contract and its examples by another and its own. */
    static void replace(Path old, Path contract) {
        try {
            if (Files.exists(old)) {
                for (Path example : examples(old)) {
                    Files.deleteIfExists(old.resolveSibling(example));
                }
            }
            copy(contract, old);
            for (Path example : examples(contract)) {
                copy(contract.resolveSibling(example), old.resolveSibling(example));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Path> examples(Path contract) {
        Set<Path> examples = new LinkedHashSet<>();
        ContractDocument.read(contract).root().findValuesAsText("externalValue").stream()
                .filter(file -> !file.contains(":") && !file.contains("..") && !file.startsWith("/"))
                .forEach(file -> examples.add(Path.of(file)));
        return examples;
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
