package dev.remoteassistance.server.store.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.util.JsonGeneratorDelegate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes an object once, and knows where each of its own properties stands, so that they can be hashed in another order. */
final class PropertySlices extends JsonGeneratorDelegate {

    private static final int USUAL_BYTES = 2048;

    private final Bytes bytes;
    private final List<Slice> slices = new ArrayList<>();

    PropertySlices(JsonFactory factory) throws IOException {
        this(factory, new Bytes());
    }

    private PropertySlices(JsonFactory factory, Bytes bytes) throws IOException {
        super(factory.createGenerator(bytes), false);
        this.bytes = bytes;
    }

    @Override
    public void writeFieldName(String name) throws IOException {
        begin(name);
        super.writeFieldName(name);
    }

    @Override
    public void writeFieldName(SerializableString name) throws IOException {
        begin(name.getValue());
        super.writeFieldName(name);
    }

    private void begin(String name) {
        if (getOutputContext().getParent().inRoot()) {
            // All but the first begin behind the comma that is about to be written.
            int position = bytes.size() + getOutputBuffered();
            slices.add(new Slice(slices.size(), name, slices.isEmpty() ? position : position + 1));
        }
    }

    /** Returns the whole object as it was written. */
    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns the digest of the object with its properties sorted by name. */
    byte[] sortedDigest(MessageDigest digest) {
        List<Slice> sorted = new ArrayList<>(slices);
        sorted.sort(Comparator.comparing(Slice::name));
        digest.update((byte) '{');
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0) {
                digest.update((byte) ',');
            }
            Slice slice = sorted.get(i);
            bytes.update(digest, slice.start(), end(slice));
        }
        digest.update((byte) '}');
        return digest.digest();
    }

    /** Behind a property stands a comma or the object's brace. */
    private int end(Slice slice) {
        return slice.index() + 1 < slices.size() ? slices.get(slice.index() + 1).start() - 1 : bytes.size() - 1;
    }

    private record Slice(int index, String name, int start) {}

    /** Lets a digest see the bytes without a copy of them. */
    private static final class Bytes extends ByteArrayOutputStream {

        Bytes() {
            super(USUAL_BYTES);
        }

        void update(MessageDigest digest, int from, int to) {
            digest.update(buf, from, to - from);
        }
    }
}
