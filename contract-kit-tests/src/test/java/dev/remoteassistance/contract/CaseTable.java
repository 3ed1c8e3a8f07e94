package dev.remoteassistance.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cases in a file: a heading, then one case a line, its cells between tabs. A line that begins with # describes the
 * cases below it.
 */
public final class CaseTable {

    private CaseTable() {}

    /** Returns the cells of each case. */
    public static Stream<List<String>> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
