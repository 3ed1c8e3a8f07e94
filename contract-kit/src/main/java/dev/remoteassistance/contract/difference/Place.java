package dev.remoteassistance.contract.difference;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Place of a change in a contract.
 *
 * @param operation method and path; empty where the place belongs to no single operation
 * @param side request or response
 * @param status of the response; empty in a request
 * @param part of the request or response, such as {@link #BODY}, a parameter or a header; empty for the whole of it
 * @param pointer names of the properties from the part's root, separated by slashes; {@code []} is any element,
 *     {@code *} any undeclared property, and parentheses mark a rule for the value that is no part of it, such as
 *     {@code (not)}
 */
public record Place(String operation, Side side, String status, String part, String pointer) {

    public static final String BODY = "body";
    public static final String SECURITY = "security";
    public static final String HEADER = "header ";

    /** A part of a request. */
    public static Place request(String operation, String part) {
        return new Place(operation, Side.REQUEST, "", part, "");
    }

    /** A part of a response. */
    public static Place response(String operation, String status, String part) {
        return new Place(operation, Side.RESPONSE, status, part, "");
    }

    /** The same place in another response. */
    public Place ofStatus(String other) {
        return new Place(operation, side, other, part, pointer);
    }

    /** A property, element or other inner part of the value at this place. */
    public Place below(String name) {
        return new Place(operation, side, status, part, pointer.isEmpty() ? name : pointer + "/" + name);
    }

    /**
     * Returns whether a request with this method and path is for the place's operation, or the place belongs to no
     * single operation.
     */
    public boolean isOfOperation(String method, String path) {
        return operation.isEmpty()
                || (method.toUpperCase(Locale.ROOT) + " " + path)
                        .matches("\\Q" + operation.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E");
    }

    @Override
    public String toString() {
        String where = side == Side.RESPONSE ? "response " + status : part.equals(BODY) ? "request" : "";
        return Stream.of(operation, where, part, pointer)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(" "));
    }
}
