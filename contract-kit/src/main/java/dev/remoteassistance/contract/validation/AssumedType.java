package dev.remoteassistance.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a media type for a body that states none, because the validator does not check a body without one. */
public final class AssumedType {

    private AssumedType() {}

    /**
     * Returns the only type that the contract documents; of several, the one that the body looks like.
     *
     * @param holder a request's body or a response, with its {@code content}
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
