package dev.remoteassistance.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.uri.UriTemplate;

/**
 * One operation of the contract.
 *
 * @param id the {@code operationId}
 * @param method HTTP method, upper case
 * @param template path template from the root
 * @param permissionAlternatives sets of permissions; a caller needs all of one set; an empty list admits nobody
 * @param maxBodyBytes maximum size of a request body in bytes, after decompression; 0 if the operation takes none
 * @param mediaTypes media types of a request body; empty if the operation takes none
 * @param answerTypes media types of all answers, in the contract's order, those of errors included
 * @param definition the operation as a part of the document
 */
public record Operation(
        String id,
        String method,
        UriTemplate template,
        List<Set<String>> permissionAlternatives,
        int maxBodyBytes,
        Set<String> mediaTypes,
        Set<String> answerTypes,
        JsonNode definition) {

    /** Returns whether a request path, with its leading slash, addresses this operation's resource. */
    public boolean matches(String requestPath) {
        return template.match(requestPath, new HashMap<>());
    }

    /** Returns the path template as the contract has it. */
    public String path() {
        return template.getTemplate();
    }

    /** Returns the permissions that the contract names first, the least privileged; empty if it names none. */
    public List<String> leastPermissions() {
        return permissionAlternatives.isEmpty() ? List.of() : List.copyOf(permissionAlternatives.get(0));
    }

    /** Returns whether these permissions suffice for the operation. */
    public boolean permits(Set<String> granted) {
        return permissionAlternatives.stream().anyMatch(needed -> !needed.isEmpty() && granted.containsAll(needed));
    }
}
