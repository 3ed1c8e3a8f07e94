package dev.remoteassistance.benchmarks.fault.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Makes bodies that are small on the wire and cost the server much more than their sender. */
final class HostileBody {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    /** Number of bytes that Jackson's hash takes in one step. */
    private static final int QUAD = 4;
    /** The inverse of the hash's factor 33: their product is 1 in 32 bits. */
    private static final int INVERSE_OF_33 = 1_041_204_193;
    /** Number of names from which Jackson replaces its shared table of names by an empty one. */
    private static final int TOO_MANY_NAMES = 6_200;

    /** Number of other names: the table grows just to the size at which Jackson reports a full table as an error. */
    private static final int OTHER_NAMES = 400;

    private static final int GROUPS = 40;
    private static final int NAMES_OF_GROUP = 40;
    /** Bytes that remain for the rest of the body. */
    private static final int ROOM = 1_000;

    private final Random random = new Random();

    /** Returns a report with so many properties that a shared table of names is replaced. */
    byte[] manyNames() {
        return gzip(report(Stream.generate(() -> letters(7)).distinct().limit(TOO_MANY_NAMES)));
    }

    /** Returns a report with property names that have equal hashes. */
    byte[] collidingNames() {
        Stream<String> others = Stream.generate(() -> letters(7)).limit(OTHER_NAMES);
        Stream<String> colliding =
                Stream.generate(this::namesWithEqualHash).limit(GROUPS).flatMap(Set::stream);
        return gzip(report(Stream.concat(others, colliding).distinct()));
    }

    /** Returns a report with a property name almost as long as the maximum body. */
    byte[] giantName(int maxBytes) {
        return gzip(report(Stream.of(letters(8) + "n".repeat(maxBytes - ROOM))));
    }

    /** Returns a body of maximum size with many values, which is refused because of its last property. */
    static byte[] bomb(int maxBytes) {
        String values = "0,".repeat(100_000) + "0";
        String text = "t".repeat(maxBytes - values.length() - ROOM);
        return gzip("{\"reportingPayload\":{\"values\":[%s],\"text\":\"%s\"},\"unknown\":0}".formatted(values, text));
    }

    /** Returns this number of empty gzip members, one after another. */
    static byte[] emptyMembers(int count) {
        byte[] member = gzip("");
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int number = 0; number < count; number++) {
            members.writeBytes(member);
        }
        return members.toByteArray();
    }

    static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String report(Stream<String> names) {
        return names.map(name -> "\"" + name + "\":0")
                .collect(Collectors.joining(",", "{\"reportingPayload\":{", "}}"));
    }

    /** Jackson mixes its secret seed in only after this part of the hash. */
    private Set<String> namesWithEqualHash() {
        String first = letters(2 * QUAD);
        int hash = hash(first.substring(0, QUAD)) + quad(first.substring(QUAD)) * 33;
        Set<String> names = new LinkedHashSet<>(Set.of(first));
        while (names.size() < NAMES_OF_GROUP) {
            String start = letters(QUAD);
            String end = textOf((hash - hash(start)) * INVERSE_OF_33);
            if (end.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0)) {
                names.add(start + end);
            }
        }
        return names;
    }

    private static int hash(String quad) {
        int hash = quad(quad);
        hash += hash >>> 15;
        return hash ^ hash >>> 9;
    }

    private static int quad(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)).getInt();
    }

    private static String textOf(int quad) {
        return new String(ByteBuffer.allocate(QUAD).putInt(quad).array(), StandardCharsets.ISO_8859_1);
    }

    private String letters(int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(place -> text.append(LETTERS.charAt(place)));
        return text.toString();
    }
}
