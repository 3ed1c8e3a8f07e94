package dev.remoteassistance.server.http;

import java.util.List;
import java.util.Optional;

/** Reads the trace id out of a {@code traceparent} header, by the rules of W3C Trace Context. */
final class TraceParent {

    private static final int VERSION_END = 2;
    private static final int TRACE_START = VERSION_END + 1;
    private static final int TRACE_END = TRACE_START + 32;
    private static final int PARENT_START = TRACE_END + 1;
    private static final int PARENT_END = PARENT_START + 16;
    private static final int FLAGS_START = PARENT_END + 1;
    private static final int LENGTH = FLAGS_START + 2;

    private TraceParent() {}

    /** Returns the trace id, if there is one header and it is well-formed; of later versions, the known part counts. */
    static Optional<String> traceId(List<String> headers) {
        if (headers.size() != 1 || !isWellFormed(headers.get(0))) {
            return Optional.empty();
        }
        return Optional.of(headers.get(0).substring(TRACE_START, TRACE_END));
    }

    private static boolean isWellFormed(String text) {
        return text.length() >= LENGTH
                && isHex(text, 0, VERSION_END)
                && !text.startsWith("ff")
                && text.charAt(VERSION_END) == '-'
                && isName(text, TRACE_START, TRACE_END)
                && text.charAt(TRACE_END) == '-'
                && isName(text, PARENT_START, PARENT_END)
                && text.charAt(PARENT_END) == '-'
                && isHex(text, FLAGS_START, LENGTH)
                && (text.length() == LENGTH || !text.startsWith("00") && text.charAt(LENGTH) == '-');
    }

    /** Names of nothing but zeros are invalid. */
    private static boolean isName(String text, int start, int end) {
        return isHex(text, start, end)
                && text.chars().skip(start).limit(end - start).anyMatch(digit -> digit != '0');
    }

    private static boolean isHex(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }
}
