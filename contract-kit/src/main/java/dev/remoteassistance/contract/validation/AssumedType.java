package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The media type of a body that states none: without one a validator would look away. */
public final class AssumedType {

    private AssumedType() {}

    /**
     * The only type that the contract documents, or the one that the body looks like if it is one of several.
     *
     * @param holder a request's body or an answer, with its {@code content}
     * @param detected what the body looks like; may be null
     */
    public static Optional<String> of(JsonNode holder, String detected) {
        List<String> documented = new ArrayList<>();
        holder.path("content").fieldNames().forEachRemaining(documented::add);
        return documented.size() == 1
                ? Optional.of(documented.get(0))
                : documented.stream()
                        .filter(type -> type.equalsIgnoreCase(detected))
                        .findFirst();
    }
}
