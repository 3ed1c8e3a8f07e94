package dev.remoteassistance.contract.edit;

import dev.remoteassistance.contract.report.ReportFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * What became of each edit.
 *
 * @param rows one for each edit
 */
record EditMatrix(List<Row> rows) {

    /**
     * One edit.
     *
     * @param edit in words
     * @param state carried, refused or lost
     * @param says what the lint says, or how many documents went through
     */
    record Row(String edit, String state, String says) {}

    static final String CARRIED = "carried";
    static final String REFUSED = "refused";
    static final String LOST = "lost";

    /** One line for people. */
    public String summary() {
        return "Edits of the contract: %d edits, %d carried, %d refused by the lint, %d lost"
                .formatted(rows.size(), count(CARRIED), count(REFUSED), count(LOST));
    }

    private long count(String state) {
        return rows.stream().filter(row -> row.state().equals(state)).count();
    }

    /** Writes the page and the JSON. */
    void write(Path folder) {
        ReportFiles.write(folder, "contract-edits", "contract-edits", this);
    }
}
