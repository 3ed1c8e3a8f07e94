package dev.remoteassistance.server.session.output;

import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;
import java.util.List;

/** Comma-separated values by RFC 4180, whose text no spreadsheet takes for a formula. */
public final class CsvWriter implements PageWriter {

    /** What formulas begin with. An apostrophe in front of it makes the cell text. */
    private static final String FORMULA = "=+-@\t\r";

    private final Appendable out;
    private boolean hasHeader;

    /**
     * @param out where to write
     */
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

    private static String cell(Object value) {
        if (value instanceof Long number) {
            return number.toString();
        }
        String text = value == null ? "" : (String) value;
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("(?s).*[,\"\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
