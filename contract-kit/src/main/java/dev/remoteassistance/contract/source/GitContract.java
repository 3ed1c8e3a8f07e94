package dev.remoteassistance.contract.source;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Copies a contract, and the files that it refers to, out of a commit. */
final class GitContract {

    private final GitRepository repository;
    private final String commit;
    private final Path root;

    private GitContract(GitRepository repository, String commit, Path root) {
        this.repository = repository;
        this.commit = commit;
        this.root = root;
    }

    /**
     * Copies the contract of a commit into temporary files, which are deleted when the process ends.
     *
     * @param folder in the repository
     * @param name of the commit
     * @param path of the contract from the repository's root
     */
    static ContractSource checkedOut(Path folder, String name, String path) {
        GitRepository repository = GitRepository.of(folder);
        String commit = repository.commit(name);
        try {
            Path root = Files.createTempDirectory("contract").toRealPath();
            root.toFile().deleteOnExit();
            GitContract contract = new GitContract(repository, commit, root);
            if (!contract.copyAll(path)) {
                throw new NoVerdictException("the commit " + name + " has no file " + path);
            }
            return new ContractSource(name + ":" + path, root.resolve(path), root, name + ":");
        } catch (IOException e) {
            throw new UncheckedIOException("no file can be written: " + e.getMessage(), e);
        }
    }

    private boolean copyAll(String path) throws IOException {
        if (!copy(root.resolve(path).normalize())) {
            return false;
        }
        Deque<Path> unread = new ArrayDeque<>(Set.of(root.resolve(path).normalize()));
        Set<Path> seen = new HashSet<>(unread);
        while (!unread.isEmpty()) {
            Path file = unread.pop();
            for (Path other : references(file).toList()) {
                // The gate reports a missing file, with the place of the reference.
                if (seen.add(other) && copy(other)) {
                    unread.push(other);
                }
            }
        }
        return true;
    }

    private static Stream<Path> references(Path file) throws IOException {
        return TextFile.references(file).stream()
                .map(reference -> reference.split("#", 2)[0])
                .filter(other -> !other.isEmpty() && !other.contains(":"))
                .map(other -> file.resolveSibling(other).normalize());
    }

    private boolean copy(Path file) throws IOException {
        if (!file.startsWith(root)) {
            return false;
        }
        String path = root.relativize(file).toString().replace('\\', '/');
        Optional<byte[]> bytes = repository.file(commit, path);
        if (bytes.isEmpty()) {
            return false;
        }
        makeFolder(file.getParent());
        file.toFile().deleteOnExit();
        Files.write(file, bytes.get());
        return true;
    }

    /** Makes parents first, because the files and folders are deleted in reverse order. */
    private static void makeFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            makeFolder(folder.getParent());
            Files.createDirectory(folder);
            folder.toFile().deleteOnExit();
        }
    }
}
