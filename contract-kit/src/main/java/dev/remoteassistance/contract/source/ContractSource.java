package dev.remoteassistance.contract.source;

import dev.remoteassistance.contract.option.NoVerdictException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A version of a contract.
 *
 * @param name as people name it
 * @param file where it can be read
 * @param root the folder that the names of its files, as people know them, are relative to
 * @param label prefix of the names of its files, such as a commit; empty for the working tree
 */
public record ContractSource(String name, Path file, Path root, String label) {

    private static final Path HERE = Path.of("").toAbsolutePath();

    /**
     * Returns the contract that is judged.
     *
     * @param argument a file, or {@code COMMIT:PATH}
     * @throws NoVerdictException if there is no such file, with the reason
     */
    public static ContractSource of(String argument) {
        if (isFile(argument)) {
            return ofFile(argument);
        }
        int colon = argument.indexOf(':');
        if (colon < 1) {
            throw new NoVerdictException("no such file: " + argument);
        }
        return GitContract.checkedOut(HERE, argument.substring(0, colon), argument.substring(colon + 1));
    }

    /**
     * Returns the version that this one is compared with.
     *
     * @param argument a file, a commit that has the same path, {@code COMMIT:PATH}, or {@code merge-base}
     * @throws NoVerdictException if there is no such version, with what could be done
     */
    public ContractSource earlier(String argument) {
        if (isFile(argument)) {
            return ofFile(argument);
        }
        if (argument.indexOf(':') > 0) {
            return of(argument);
        }
        if (!label.isEmpty()) {
            return GitContract.checkedOut(HERE, argument, root.relativize(file).toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        return GitContract.checkedOut(folder, argument, GitRepository.of(folder).prefix() + file.getFileName());
    }

    /** Returns the path of one of its files, as people know it. */
    public String pathOf(Path of) {
        Path absolute = of.toAbsolutePath().normalize();
        return absolute.startsWith(root) ? root.relativize(absolute).toString().replace('\\', '/') : of.toString();
    }

    /** Returns a text in which its files have the names that people know. */
    public String named(String text) {
        return label.isEmpty() ? text : text.replace(root + "/", label);
    }

    private static ContractSource ofFile(String argument) {
        return new ContractSource(argument, Path.of(argument), HERE, "");
    }

    private static boolean isFile(String argument) {
        try {
            return Files.isRegularFile(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
