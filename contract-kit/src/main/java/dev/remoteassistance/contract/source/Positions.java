package dev.remoteassistance.contract.source;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds JSON Pointers in the text of a YAML or JSON file. */
public final class Positions {

    private final Map<JsonPointer, Position> found = new HashMap<>();

    private Positions() {}

    /**
     * Looks through a file once.
     *
     * @param pointers to find there
     */
    public static Positions of(Path file, Collection<String> pointers) {
        Set<JsonPointer> wanted = new HashSet<>();
        for (String pointer : pointers) {
            for (JsonPointer place = JsonPointer.compile(pointer); place != null; place = place.head()) {
                wanted.add(place);
            }
        }
        Positions positions = new Positions();
        try (JsonParser parser = TextFile.parser(file)) {
            positions.read(parser, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return positions;
    }

    /** Returns the position of a pointer's name or, if it is not in the file, of its nearest ancestor that is. */
    public Position of(String pointer) {
        for (JsonPointer place = JsonPointer.compile(pointer); place != null; place = place.head()) {
            Position position = found.get(place);
            if (position != null) {
                return position;
            }
        }
        return new Position(1, 1);
    }

    private void read(JsonParser parser, Set<JsonPointer> wanted) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            // The position of a member is that of its name; that of an element is the start of its value.
            if (!token.isStructEnd()) {
                JsonPointer place = token.isStructStart()
                        ? parser.getParsingContext().getParent().pathAsPointer()
                        : parser.getParsingContext().pathAsPointer();
                if (wanted.contains(place)) {
                    JsonLocation location = parser.currentTokenLocation();
                    found.putIfAbsent(place, new Position(location.getLineNr(), location.getColumnNr()));
                }
            }
        }
    }
}
