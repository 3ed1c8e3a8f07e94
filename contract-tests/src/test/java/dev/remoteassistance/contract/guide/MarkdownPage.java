package dev.remoteassistance.contract.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown file of the project: its lines, tables, code, headings and links. */
public final class MarkdownPage {

    /** The project's folder. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NO_SOURCES = Set.of("target", ".git", "node_modules", "remote-assistance-data");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern INLINE_CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^()\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern NOT_IN_ANCHORS = Pattern.compile("[^\\p{L}\\p{N}_ -]");

    private final Path file;
    private final String text;

    private MarkdownPage(Path file) {
        this.file = file;
        try {
            this.text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the page at a path from the project's folder. */
    public static MarkdownPage at(String path) {
        return new MarkdownPage(ROOT.resolve(path));
    }

    /** Returns all pages of the project, in the order of their paths, except those that a build writes. */
    public static List<MarkdownPage> all() {
        List<MarkdownPage> pages = new ArrayList<>();
        addPages(ROOT, pages);
        return pages;
    }

    private static void addPages(Path folder, List<MarkdownPage> pages) {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.sorted().toList()) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry) && !NO_SOURCES.contains(name)) {
                    addPages(entry, pages);
                } else if (name.endsWith(".md")) {
                    pages.add(new MarkdownPage(entry));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int lineCount() {
        return (int) text.lines().count();
    }

    /** Returns the code that is shown in a language, block by block. */
    public List<String> code(String language) {
        return FENCED.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /**
     * Returns the rows of the one table with this header, each as the text of its cells.
     *
     * @param header the table's first line
     */
    public List<List<String>> table(String header) {
        List<String> lines = text.lines().toList();
        int first = lines.indexOf(header);
        if (first < 0 || first != lines.lastIndexOf(header)) {
            throw new IllegalArgumentException("%s has not one table with the header %s".formatted(this, header));
        }
        return lines.stream()
                .skip(first + 2L)
                .takeWhile(line -> line.startsWith("|"))
                .map(MarkdownPage::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.substring(1).split("\\|")).map(String::strip).toList();
    }

    /** Returns the targets of all links, as they are written. */
    public List<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
    }

    /** Returns the file that a link leads to. */
    public Path resolve(String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? file : file.resolveSibling(path).normalize();
    }

    /** Returns the names of the headings that links can lead to, as GitHub makes them. */
    public Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(FENCED.matcher(text).replaceAll(""))
                .results()
                .map(MarkdownPage::anchor)
                .forEach(anchor -> {
                    int before = seen.merge(anchor, 1, Integer::sum) - 1;
                    anchors.add(before == 0 ? anchor : anchor + "-" + before);
                });
        return anchors;
    }

    private static String anchor(MatchResult heading) {
        String words = LINK.matcher(heading.group(1)).replaceAll("]");
        return NOT_IN_ANCHORS
                .matcher(words.strip().toLowerCase(Locale.ROOT))
                .replaceAll("")
                .replace(' ', '-');
    }

    private String prose() {
        return INLINE_CODE.matcher(FENCED.matcher(text).replaceAll("")).replaceAll("``");
    }

    @Override
    public String toString() {
        return ROOT.relativize(file).toString();
    }
}
