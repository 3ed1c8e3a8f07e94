package dev.remoteassistance.peers.spring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The two ids of a request.
 *
 * @param requestId the server's id
 * @param clientRequestId the caller's id; the server's if the caller sent none that the contract allows
 */
record RequestIds(String requestId, String clientRequestId) {

    static final String REQUEST_ID = "request-id";
    static final String CLIENT_REQUEST_ID = "client-request-id";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern ALLOWED = Pattern.compile("[!-~]{1,128}");

    static RequestIds give(HttpServletRequest request) {
        String requestId = UUID.randomUUID().toString();
        String sent = request.getHeader(CLIENT_REQUEST_ID);
        RequestIds ids =
                new RequestIds(requestId, sent != null && ALLOWED.matcher(sent).matches() ? sent : requestId);
        request.setAttribute(ATTRIBUTE, ids);
        return ids;
    }

    static RequestIds of(HttpServletRequest request) {
        return (RequestIds) request.getAttribute(ATTRIBUTE);
    }
}
