package dev.remoteassistance.server.session.output;

import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;

/** Writes the pages of one answer, one after the other. */
@FunctionalInterface
public interface PageWriter {

    /**
     * Writes a page. Before the first one it writes the names of the columns, if the format has them.
     *
     * @throws IOException if the text cannot be written
     */
    void write(SessionPage page) throws IOException;
}
