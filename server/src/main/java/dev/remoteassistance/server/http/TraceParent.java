package dev.remoteassistance.server.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the trace id from a {@code traceparent} header, by the rules of W3C Trace Context. */
final class TraceParent {

    private static final String FIRST_VERSION = "00";

    /** Ids of zeros alone are invalid, and so is version ff. */
    private static final Pattern FORM =
            Pattern.compile("(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

    private TraceParent() {}

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
