package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import java.nio.file.Path;

/** The section of a page in which the results are quoted. */
final class QuotedSection {

    private static final String BEGIN = "<!-- Quoted from %s by the command quote of the benchmarks. -->\n";
    static final String END = "<!-- End of the quotation. -->\n";

    private final String before;
    private final String quoted;
    private final String after;

    private QuotedSection(String before, String quoted, String after) {
        this.before = before;
        this.quoted = quoted;
        this.after = after;
    }

    /**
     * Finds the section in a page.
     *
     * @param source the file that the section quotes
     */
    static QuotedSection of(String page, Path source) {
        int begin = page.indexOf(begin(source));
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new BenchmarkException("The page lacks the marks between which it quotes the results.");
        }
        return new QuotedSection(
                page.substring(0, begin + begin(source).length()),
                page.substring(begin + begin(source).length(), end),
                page.substring(end));
    }

    static String begin(Path source) {
        return BEGIN.formatted(source);
    }

    /** Returns the results that the page quotes now. */
    String quoted() {
        return quoted;
    }

    /** Returns the whole page with these results in place of those it quotes now. */
    String with(String results) {
        return before + results + after;
    }
}
