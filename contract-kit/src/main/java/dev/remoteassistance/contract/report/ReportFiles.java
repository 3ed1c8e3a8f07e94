package dev.remoteassistance.contract.report;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report into a folder: as JSON, and as one HTML page that needs nothing else. */
public final class ReportFiles {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ReportFiles() {}

    /**
     * Writes {@code NAME.json} and {@code NAME.html}.
     *
     * @param folder made if it is missing
     * @param name of the files
     * @param template beside this class
     * @param report a record
     */
    public static void write(Path folder, String name, String template, Object report) {
        try {
            Files.createDirectories(folder);
            JSON.writeValue(folder.resolve(name + ".json").toFile(), report);
            writeHtml(folder.resolve(name + ".html"), template, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one HTML page from a template beside this class. */
    public static void writeHtml(Path file, String template, Object report) throws IOException {
        try (InputStream stream = ReportFiles.class.getResourceAsStream(template + ".html.mustache");
                Reader source = new InputStreamReader(stream, StandardCharsets.UTF_8);
                // Unlike Files.newBufferedWriter, this writer replaces half of a surrogate pair instead of throwing.
                Writer page = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(source)
                    .execute(report, page);
        }
    }
}
