package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.process.BenchmarkException;

/** The section of a page in which the results are quoted. */
final class QuotedSection {

    static final String BEGIN = "<!-- Quoted from benchmarks/results.md by the command quote of the benchmarks. -->\n";
    static final String END = "<!-- End of the quotation. -->\n";

    private final String before;
    private final String quoted;
    private final String after;

    private QuotedSection(String before, String quoted, String after) {
        this.before = before;
        this.quoted = quoted;
        this.after = after;
    }

    static QuotedSection of(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new BenchmarkException("The page lacks the marks between which it quotes the results.");
        }
        return new QuotedSection(
                page.substring(0, begin + BEGIN.length()),
                page.substring(begin + BEGIN.length(), end),
                page.substring(end));
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
