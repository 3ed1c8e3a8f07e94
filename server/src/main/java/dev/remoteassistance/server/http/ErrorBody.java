package dev.remoteassistance.server.http;

import dev.remoteassistance.model.ErrorDetails;
import dev.remoteassistance.model.InnerError;
import dev.remoteassistance.model.MainError;
import dev.remoteassistance.model.ODataError;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.http.RefusalException.Fault;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Makes the body of every refusal. Cuts its texts to the maximum lengths that the contract promises. */
public final class ErrorBody {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final Clock clock;
    private final int maxMessage;
    private final int maxTarget;
    private final int maxDetails;

    public ErrorBody(Contract contract, Clock clock) {
        this.clock = clock;
        this.maxMessage = contract.limit("MainError", "message", "maxLength");
        this.maxTarget = contract.limit("MainError", "target", "maxLength");
        this.maxDetails = contract.limit("MainError", "details", "maxItems");
    }

    public ODataError of(RequestIds ids, RefusalException refusal) {
        ErrorCode code = refusal.code();
        List<Fault> faults = refusal.faults();
        MainError error = new MainError()
                .code(code.code())
                .message(cut(refusal.getMessage(), maxMessage))
                .innerError(new InnerError()
                        .date(LocalDateTime.now(clock.withZone(ZoneOffset.UTC)).format(SECONDS))
                        .requestId(ids.requestId())
                        .clientRequestId(ids.clientRequestId()));
        if (!faults.isEmpty()) {
            error.target(cut(faults.get(0).target(), maxTarget))
                    .details(faults.stream()
                            .limit(maxDetails)
                            .map(fault -> detail(code, fault))
                            .toList());
        }
        return new ODataError().error(error);
    }

    private ErrorDetails detail(ErrorCode code, Fault fault) {
        return new ErrorDetails()
                .code(code.code())
                .message(cut(fault.sentence(), maxMessage))
                .target(cut(fault.target(), maxTarget));
    }

    /** Cuts a text by code points, in which the contract counts. */
    private static String cut(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                ? text
                : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "\u2026";
    }
}
