package dev.remoteassistance.server.session.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes each row as a JSON object on its own line, with null where there is no value. */
public final class JsonLinesWriter implements PageWriter {

    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Writer out;

    public JsonLinesWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(SessionPage page) throws IOException {
        for (List<Object> row : page.rows()) {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    json.writeFieldName(page.columns().get(i).label());
                    json.writeObject(row.get(i));
                }
                json.writeEndObject();
                json.writeRaw('\n');
            }
        }
    }
}
