package dev.remoteassistance.peers.spring;

import dev.remoteassistance.peers.spring.model.ErrorDetails;
import dev.remoteassistance.peers.spring.model.InnerError;
import dev.remoteassistance.peers.spring.model.MainError;
import dev.remoteassistance.peers.spring.model.ODataError;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Makes the contract's error body. */
final class Refusal {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private Refusal() {}

    static ODataError body(String code, String message, RequestIds ids) {
        return body(code, message, null, ids);
    }

    static ODataError body(String code, String message, List<ErrorDetails> details, RequestIds ids) {
        InnerError inner = new InnerError(
                SECONDS.format(LocalDateTime.now(ZoneOffset.UTC)), ids.requestId(), ids.clientRequestId());
        return new ODataError(new MainError(code, message, inner).details(details));
    }
}
