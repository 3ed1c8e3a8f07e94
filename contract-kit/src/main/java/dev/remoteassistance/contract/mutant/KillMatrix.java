package dev.remoteassistance.contract.mutant;

import dev.remoteassistance.contract.report.ReportFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Matrix of mutants and checks: which check notices which mutant.
 *
 * @param title what was changed
 * @param checks in the order of the columns
 * @param rows one for each mutant
 */
public record KillMatrix(String title, List<String> checks, List<Row> rows) {

    /**
     * A row of the matrix: a mutant, and the checks that notice it.
     *
     * @param mutant its name
     * @param killers message of each check that notices the mutant, by the check's name
     * @param equivalent why nobody can tell it from the original; empty if a check must notice it
     */
    public record Row(String mutant, Map<String, String> killers, String equivalent) {

        public boolean isKilled() {
            return !killers.isEmpty();
        }

        boolean isSurvivor() {
            return !isKilled() && equivalent.isEmpty();
        }

        String state() {
            return isKilled() ? "killed" : equivalent.isEmpty() ? "survived" : "equivalent";
        }
    }

    /** Returns the mutants that no check notices, and that are not listed as equivalent. */
    public List<String> survivors() {
        return rows.stream().filter(Row::isSurvivor).map(Row::mutant).toList();
    }

    /** Returns the wrong equivalents: mutants that a check notices, and names that no mutant has. */
    public List<String> wrongEquivalents(Set<String> equivalents) {
        List<String> really =
                rows.stream().filter(row -> !row.isKilled()).map(Row::mutant).toList();
        return equivalents.stream().filter(name -> !really.contains(name)).toList();
    }

    /** Returns the killed mutants in percent of those that are not equivalent. */
    public double score() {
        long judged =
                rows.stream().filter(row -> row.isKilled() || row.isSurvivor()).count();
        return judged == 0 ? 0 : 100.0 * (judged - survivors().size()) / judged;
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "%s: %d mutants, %d killed, %d survived, %d equivalent (%.1f %%); %s",
                title,
                rows.size(),
                rows.stream().filter(Row::isKilled).count(),
                survivors().size(),
                rows.stream().filter(row -> row.state().equals("equivalent")).count(),
                score(),
                String.join(", ", checks.stream().map(this::tally).toList()));
    }

    private String tally(String check) {
        return check + " "
                + rows.stream().filter(row -> row.killers().containsKey(check)).count();
    }

    /** A row of the page: a mark for each check that notices. */
    record Line(String mutant, String state, String equivalent, List<Mark> marks) {}

    /** The message of a check, or nothing. */
    record Mark(String mark, String says) {}

    List<Line> lines() {
        return rows.stream()
                .map(row -> new Line(
                        row.mutant(),
                        row.state(),
                        row.equivalent(),
                        checks.stream().map(check -> mark(row, check)).toList()))
                .toList();
    }

    private static Mark mark(Row row, String check) {
        String says = row.killers().get(check);
        return new Mark(says == null ? "" : "\u2716", says == null ? "" : says);
    }

    /** Writes {@code NAME.html} and {@code NAME.json}. */
    public void write(Path folder, String name) {
        ReportFiles.write(folder, name, "kill-matrix", this);
    }
}
