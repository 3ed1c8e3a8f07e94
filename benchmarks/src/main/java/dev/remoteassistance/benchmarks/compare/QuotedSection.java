package dev.remoteassistance.benchmarks.compare;

import dev.remoteassistance.benchmarks.process.BenchmarkException;

/** The place in the README that quotes the results. */
final class ReadmeSection {

    static final String BEGIN = "<!-- Quoted from benchmarks/results.md by the command readme of the benchmarks. -->\n";
    static final String END = "<!-- End of the quotation. -->\n";

    private final String before;
    private final String quoted;
    private final String after;

    private ReadmeSection(String before, String quoted, String after) {
        this.before = before;
        this.quoted = quoted;
        this.after = after;
    }

    static ReadmeSection of(String readme) {
        int begin = readme.indexOf(BEGIN);
        int end = readme.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new BenchmarkException("The README has lost the marks between which it quotes the results.");
        }
        return new ReadmeSection(
                readme.substring(0, begin + BEGIN.length()),
                readme.substring(begin + BEGIN.length(), end),
                readme.substring(end));
    }

    /** What stands there now. */
    String quoted() {
        return quoted;
    }

    /** The whole README, with this instead. */
    String with(String page) {
        return before + page + after;
    }
}
