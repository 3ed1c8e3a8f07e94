package dev.remoteassistance.languages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What {@code docs/languages.md} shows. */
final class LanguagesPage {

    static final Path PROJECT = Path.of(System.getProperty("project.root"));

    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

    private final String text;

    private LanguagesPage(String text) {
        this.text = text;
    }

    static LanguagesPage read() {
        try {
            return new LanguagesPage(Files.readString(PROJECT.resolve("docs/languages.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the files that it shows, in their order. */
    List<String> yaml() {
        return YAML.matcher(text).results().map(block -> block.group(1)).toList();
    }

    /** Returns the names of the columns of its one table. */
    List<String> columns() {
        return rows().get(0);
    }

    /** Returns the cells of a column. */
    List<String> column(String name) {
        int column = columns().indexOf(name);
        return rows().stream().skip(2).map(row -> row.get(column)).toList();
    }

    private List<List<String>> rows() {
        return text.lines()
                .filter(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }
}
