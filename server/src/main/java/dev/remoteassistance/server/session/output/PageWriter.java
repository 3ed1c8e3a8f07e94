package dev.remoteassistance.server.session.output;

import dev.remoteassistance.server.session.SessionPage;
import java.io.IOException;

/** Writes the pages of one answer, one after the other. */
@FunctionalInterface
public interface PageWriter {

    /**
     * Writes a page; the first one after the names of its columns where the format has them.
     *
     * @throws IOException if the text cannot be written
     */
    void write(SessionPage page) throws IOException;
}
