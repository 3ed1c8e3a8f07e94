package dev.remoteassistance.server.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipMemberTest {

    private static final int MAX = 100_000;
    private static final String BROKEN = "The body is not complete, or not gzip.";
    private static final byte[] TEXT = "{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8);

    private final List<Integer> buffers = new ArrayList<>();

    @Test
    void inflatesWhatTheJdkHasDeflated() throws IOException {
        byte[] random = new byte[MAX];
        new Random(7).nextBytes(random);
        for (byte[] plain : new byte[][] {{}, TEXT, new byte[MAX], random}) {
            assertThat(inflated(gzip(plain))).isEqualTo(plain);
        }
    }

    /** Extra field, name, comment and checksum of the header, as in RFC 1952 section 2.3. */
    @Test
    void passesOverEveryFieldOfTheHeader() throws IOException {
        byte[] plain = gzip(TEXT);
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        member.write(new byte[] {0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3});
        member.write(new byte[] {3, 0, 'x', 'y', 'z'});
        member.writeBytes("name\0comment\0".getBytes(StandardCharsets.US_ASCII));
        member.write(new byte[] {9, 9});
        member.write(plain, 10, plain.length - 10);
        assertThat(inflated(member.toByteArray())).isEqualTo(TEXT);
    }

    @Test
    void refusesEveryOtherStartAndEveryPart() throws IOException {
        byte[] member = gzip(TEXT);
        for (int length = 0; length < member.length; length++) {
            assertRefused(Arrays.copyOf(member, length), ErrorCode.BAD_REQUEST, BROKEN);
        }
        for (int place : new int[] {0, 1, 2, 3, member.length - 8, member.length - 1}) {
            byte[] other = member.clone();
            other[place] ^= (byte) 0xe0;
            assertRefused(other, ErrorCode.BAD_REQUEST, BROKEN);
        }
    }

    /** The JDK's stream reads the members by a recursion, until its stack overflows. */
    @Test
    void refusesTenThousandEmptyMembers() throws IOException {
        byte[] empty = gzip(new byte[0]);
        byte[] members = new byte[empty.length * 10_000];
        for (int i = 0; i < members.length; i++) {
            members[i] = empty[i % empty.length];
        }
        assertThatThrownBy(() -> new GZIPInputStream(new ByteArrayInputStream(members)).readAllBytes())
                .isInstanceOf(StackOverflowError.class);
        assertRefused(members, ErrorCode.BAD_REQUEST, "The body goes on after the end of its gzip member.");
    }

    @Test
    void refusesWhatFollows() throws IOException {
        byte[] member = gzip(TEXT);
        assertRefused(
                Arrays.copyOf(member, member.length + 1),
                ErrorCode.BAD_REQUEST,
                "The body goes on after the end of its gzip member.");
    }

    @Test
    void stopsAtTheLimit() throws IOException {
        assertRefused(
                gzip(new byte[MAX + 1]),
                ErrorCode.REQUEST_ENTITY_TOO_LARGE,
                "The body has more than %d bytes.".formatted(MAX));
        buffers.clear();
        assertRefused(
                gzip(new byte[64 << 20]),
                ErrorCode.REQUEST_ENTITY_TOO_LARGE,
                "The body has more than %d bytes.".formatted(MAX));
        assertThat(buffers).allMatch(size -> size <= MAX + 1);
    }

    /** A body for which there is no memory must not be inflated first. */
    @Test
    void asksForAllMemoryBeforeItInflates() throws IOException {
        inflated(gzip(new byte[MAX]));
        assertThat(buffers).containsExactly(MAX + 1);
        buffers.clear();
        inflated(gzip(TEXT));
        assertThat(buffers).containsExactly(TEXT.length + 1);
    }

    @Test
    void asksAgainIfTheDeclaredSizeIsTooSmall() throws IOException {
        byte[] member = gzip(new byte[MAX]);
        Arrays.fill(member, member.length - 4, member.length, (byte) 0);
        assertRefused(member, ErrorCode.BAD_REQUEST, BROKEN);
        assertThat(buffers).startsWith(1, 2, 4).endsWith(65_536, MAX + 1);
    }

    private byte[] inflated(byte[] gzip) {
        ByteBuffer plain = GzipMember.inflate(ByteBuffer.wrap(gzip), MAX, buffers::add);
        byte[] bytes = new byte[plain.remaining()];
        plain.get(bytes);
        return bytes;
    }

    private void assertRefused(byte[] gzip, ErrorCode code, String message) {
        assertThatThrownBy(() -> inflated(gzip))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessage(message);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }
}
