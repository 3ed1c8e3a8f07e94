package dev.remoteassistance.server.body;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a body that is one member of gzip (RFC 1952) and nothing else. The JDK's stream accepts several members, by
 * a recursion that can overflow the stack, and ignores trailing bytes.
 */
final class GzipMember {

    private static final short MAGIC = (short) 0x8b1f;
    private static final byte DEFLATE = 8;
    private static final int HEADER_CRC = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int RESERVED = 0xe0;
    /** Modification time, compression level and operating system. */
    private static final int UNUSED_BYTES = 6;

    private GzipMember() {}

    /**
     * Returns the inflated content.
     *
     * @param maxBytes maximum size of the inflated content
     * @param memory called with the size of each buffer before it is made, and may refuse it
     * @throws RefusalException if the content is too large, or the body is not one complete member
     */
    static ByteBuffer inflate(ByteBuffer gzip, int maxBytes, IntConsumer memory) {
        Inflater inflater = new Inflater(true);
        try {
            ByteBuffer member = gzip.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            skipHeader(member);
            inflater.setInput(member);
            ByteBuffer plain = inflate(inflater, declaredBytes(member), maxBytes, memory);
            CRC32 crc = new CRC32();
            crc.update(plain.array(), 0, plain.limit());
            if (member.getInt() != (int) crc.getValue() || member.getInt() != plain.limit()) {
                throw broken();
            }
            if (member.hasRemaining()) {
                throw new RefusalException(ErrorCode.BAD_REQUEST, "The body goes on after the end of its gzip member.");
            }
            return plain;
        } catch (DataFormatException | BufferUnderflowException | IllegalArgumentException e) {
            throw broken();
        } finally {
            inflater.end();
        }
    }

    private static void skipHeader(ByteBuffer member) {
        if (member.getShort() != MAGIC || member.get() != DEFLATE) {
            throw broken();
        }
        int flags = member.get();
        skip(member, UNUSED_BYTES);
        if ((flags & RESERVED) != 0) {
            throw broken();
        }
        if ((flags & EXTRA) != 0) {
            skip(member, Short.toUnsignedInt(member.getShort()));
        }
        if ((flags & NAME) != 0) {
            skipText(member);
        }
        if ((flags & COMMENT) != 0) {
            skipText(member);
        }
        if ((flags & HEADER_CRC) != 0) {
            skip(member, Short.BYTES);
        }
    }

    private static void skip(ByteBuffer member, int bytes) {
        member.position(member.position() + bytes);
    }

    private static void skipText(ByteBuffer member) {
        while (member.get() != 0) {
            continue;
        }
    }

    /** Returns the size of the content as the last bytes of the member declare it. It may be wrong. */
    private static long declaredBytes(ByteBuffer member) {
        return Integer.toUnsignedLong(member.getInt(member.limit() - Integer.BYTES));
    }

    /**
     * Begins with a buffer of the declared size, so that a body for which memory is short is refused before it is
     * inflated.
     */
    private static ByteBuffer inflate(Inflater inflater, long declaredBytes, int maxBytes, IntConsumer memory)
            throws DataFormatException {
        int expected = (int) Math.min(declaredBytes, maxBytes) + 1;
        memory.accept(expected);
        byte[] plain = new byte[expected];
        int count = 0;
        while (!inflater.finished()) {
            if (count == plain.length) {
                int size = Math.min(2 * plain.length, maxBytes + 1);
                memory.accept(size);
                plain = Arrays.copyOf(plain, size);
            }
            int bytes = inflater.inflate(plain, count, plain.length - count);
            count += bytes;
            if (count > maxBytes) {
                throw ReceivedBody.tooLarge(maxBytes);
            }
            if (bytes == 0 && !inflater.finished()) {
                throw broken();
            }
        }
        return ByteBuffer.wrap(plain, 0, count);
    }

    private static RefusalException broken() {
        return new RefusalException(ErrorCode.BAD_REQUEST, "The body is not complete, or not gzip.");
    }
}
