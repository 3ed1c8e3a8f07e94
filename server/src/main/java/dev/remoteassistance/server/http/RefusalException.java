package dev.remoteassistance.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;

/** Ends a request with an error body. The caller sees message and faults: they hold no secrets and no class names. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient List<Fault> faults;
    private final transient Map<String, String> headers;

    /** Makes a refusal with the default message of its code. */
    public RefusalException(ErrorCode code) {
        this(code, code.message());
    }

    public RefusalException(ErrorCode code, String message) {
        this(code, message, List.of(), Map.of());
    }

    /**
     * Makes a refusal with further headers.
     *
     * @param headers by name; the code's {@code Retry-After} is added
     */
    public RefusalException(ErrorCode code, String message, Map<String, String> headers) {
        this(code, message, List.of(), headers);
    }

    private RefusalException(ErrorCode code, String message, List<Fault> faults, Map<String, String> headers) {
        // Refusals are normal operation, so they do not pay for a stack trace.
        super(message, null, false, false);
        this.code = code;
        this.faults = List.copyOf(faults);
        Map<String, String> all = new HashMap<>(headers);
        code.retryAfterSeconds()
                .ifPresent(seconds -> all.put(HttpHeader.RETRY_AFTER.asString(), String.valueOf(seconds)));
        this.headers = Map.copyOf(all);
    }

    /** Returns the refusal of a request that breaks rules of the contract. */
    public static RefusalException ofFaults(List<Fault> faults) {
        String message = faults.size() == 1
                ? faults.get(0).sentence()
                : "The request breaks %d rules of the contract, see details. The first: %s"
                        .formatted(faults.size(), faults.get(0).sentence());
        return new RefusalException(ErrorCode.MODEL_VALIDATION_FAILURE, message, faults, Map.of());
    }

    public ErrorCode code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /**
     * One broken rule.
     *
     * @param target path of the property from the root of the body, or the name of a header
     * @param rule the rule in words; they complete a sentence about the target, as "must be …" does
     */
    public record Fault(String target, String rule) {

        public String sentence() {
            return "%s %s.".formatted(target, rule);
        }
    }
}
