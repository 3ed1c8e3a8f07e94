package dev.remoteassistance.server.http;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the trace id from a {@code traceparent} header, or makes one, by the rules of W3C Trace Context. */
final class TraceParent {

    private static final HexFormat HEX = HexFormat.of();
    private static final String FIRST_VERSION = "00";

    /** Ids of zeros alone are invalid, and so is version ff. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private TraceParent() {}

    /**
     * Returns the id of a trace that begins here. All bits are random, unlike those of a GUID, because samplers decide
     * by them.
     */
    static String newTraceId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    /** Returns the trace id if there is one header and it is well-formed; later versions may have more parts. */
    static Optional<String> traceId(List<String> headers) {
        if (headers.size() != 1) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(headers.get(0));
        boolean wellFormed = form.matches() && !(form.group(1).equals(FIRST_VERSION) && form.group(3) != null);
        return wellFormed ? Optional.of(form.group(2)) : Optional.empty();
    }
}
