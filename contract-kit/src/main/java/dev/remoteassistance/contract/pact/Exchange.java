package dev.remoteassistance.contract.pact;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its response, as they were sent.
 *
 * @param method of the request
 * @param path of the request
 * @param requestHeaders by name, as sent
 * @param requestBody text; empty if there was none
 * @param status of the response
 * @param responseHeaders by name, as received
 * @param responseBody text; empty if there was none
 */
public record Exchange(
        String method,
        String path,
        Map<String, List<String>> requestHeaders,
        String requestBody,
        int status,
        Map<String, List<String>> responseHeaders,
        String responseBody) {

    /** Returns the exchange that a pact describes, without sending anything. */
    public static Exchange describedBy(SynchronousRequestResponse interaction) {
        IRequest request = interaction.getRequest();
        IResponse response = interaction.getResponse();
        return new Exchange(
                request.getMethod(),
                request.getPath(),
                Map.copyOf(request.getHeaders()),
                BodyText.of(request),
                response.getStatus(),
                Map.copyOf(response.getHeaders()),
                BodyText.of(response));
    }

    public Optional<String> requestHeader(String name) {
        return header(requestHeaders, name);
    }

    public Optional<String> responseHeader(String name) {
        return header(responseHeaders, name);
    }

    /** Returns a header by its name in any case, with all its values. */
    public static Optional<String> header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.join(", ", header.getValue()))
                .findFirst();
    }
}
