package dev.remoteassistance.server.session.output;

import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a table. Its columns are as wide as the first page needs and the terminal allows; longer text is cut and ends
 * with ….
 */
public final class TableWriter implements PageWriter {

    private static final String GAP = "  ";
    /** A column is never narrower, even if the terminal is. */
    private static final int MIN_WIDTH = 4;

    private final Appendable out;
    private final int maxWidth;
    private int[] widths;

    /**
     * @param out where to write
     * @param maxWidth how many characters a line should have at most
     */
    public TableWriter(Appendable out, int maxWidth) {
        this.out = out;
        this.maxWidth = maxWidth;
    }

    @Override
    public void write(SessionPage page) throws IOException {
        if (widths == null) {
            List<String> labels =
                    page.columns().stream().map(SessionColumn::label).toList();
            widths = IntStream.range(0, labels.size())
                    .map(i -> Math.max(length(labels.get(i)), longest(page, i)))
                    .toArray();
            fit(page.columns());
            line(labels);
        }
        for (List<Object> row : page.rows()) {
            line(row.stream().map(TableWriter::text).toList());
        }
    }

    private static int longest(SessionPage page, int index) {
        return page.rows().stream()
                .mapToInt(row -> length(text(row.get(index))))
                .max()
                .orElse(0);
    }

    /** Narrows the widest column of text first, and other columns only if no text is left to cut. */
    private void fit(List<SessionColumn> columns) {
        int room = maxWidth - GAP.length() * (widths.length - 1);
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, widths.length)
                    .filter(i -> widths[i] > MIN_WIDTH)
                    .boxed()
                    .max(Comparator.<Integer, Boolean>comparing(
                                    i -> columns.get(i).type() == ColumnType.STRING)
                            .thenComparing(i -> widths[i]))
                    .orElse(-1);
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cut(cells.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP).append(cell).append(" ".repeat(widths[i] - length(cell)));
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    /** Replaces characters that control a terminal. */
    private static String text(Object value) {
        return value == null ? "" : value.toString().replaceAll("[\\p{Cntrl}\\p{Cf}\u2028\u2029]", "\uFFFD");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
