package dev.remoteassistance.server.session.output;

import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;
import java.util.List;

/** Writes comma-separated values by RFC 4180. No spreadsheet reads their text as a formula. */
public final class CsvWriter implements PageWriter {

    /** Characters with which formulas begin. An apostrophe before one makes the cell text. */
    private static final String FORMULA = "=+-@\t\r\n";

    private final Appendable out;
    private boolean hasHeader;

    public CsvWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(SessionPage page) throws IOException {
        if (!hasHeader) {
            hasHeader = true;
            line(page.columns().stream().map(SessionColumn::label).toList());
        }
        for (List<Object> row : page.rows()) {
            line(row);
        }
    }

    private void line(List<?> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    /**
     * Writes a value as a cell: in quotes where it needs them, and never as a formula.
     *
     * @param value text, a {@link Long}, or null for an empty cell
     */
    public static String cell(Object value) {
        if (value instanceof Long number) {
            return number.toString();
        }
        String text = value == null ? "" : (String) value;
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[,\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
