package dev.remoteassistance.contract.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remoteassistance.contract.difference.Differences;
import dev.remoteassistance.contract.difference.Direction;
import dev.remoteassistance.contract.difference.Place;
import dev.remoteassistance.contract.difference.Writer;
import java.util.List;
import java.util.Locale;

/** Compares how callers obtain and send the credentials of one scheme. */
final class SchemeComparison {

    /** What a caller of a scheme relies on, by the names in the contract. */
    private static final List<String> SCHEME_KEYWORDS = List.of("type", "in", "name", "scheme", "openIdConnectUrl");

    private static final List<String> FLOW_KEYWORDS = List.of("authorizationUrl", "tokenUrl", "refreshUrl");

    private final Differences differences;

    SchemeComparison(Differences differences) {
        this.differences = differences;
    }

    void compare(Place place, JsonNode old, JsonNode now) {
        changed(place, SCHEME_KEYWORDS, old, now);
        old.path("flows").properties().forEach(flow -> flow(place, flow.getKey(), flow.getValue(), now));
    }

    private void flow(Place place, String name, JsonNode old, JsonNode scheme) {
        JsonNode now = scheme.path("flows").path(name);
        if (now.isMissingNode()) {
            report(place, Direction.NARROWER, "flow removed: " + name, old, null);
            return;
        }
        changed(place.below(name), FLOW_KEYWORDS, old, now);
        old.path("scopes").fieldNames().forEachRemaining(scope -> {
            if (!now.path("scopes").has(scope)) {
                report(place.below(name), Direction.NARROWER, "scope removed: " + scope, old, now);
            }
        });
        now.path("scopes").fieldNames().forEachRemaining(scope -> {
            if (!old.path("scopes").has(scope)) {
                report(place.below(name), Direction.WIDER, "scope added: " + scope, old, now);
            }
        });
    }

    private void changed(Place place, List<String> keywords, JsonNode old, JsonNode now) {
        for (String keyword : keywords) {
            if (old.has(keyword) && !sent(old, keyword).equals(sent(now, keyword))) {
                String is = now.path(keyword).asText("nothing");
                String words = keyword + " changed from " + old.path(keyword).asText() + " to " + is;
                report(place, Direction.OTHER, words, old, now);
            }
        }
    }

    /** Names of headers and of HTTP's schemes may be written in any case. */
    private static String sent(JsonNode scheme, String keyword) {
        String value = scheme.path(keyword).asText();
        boolean isCaseless = keyword.equals("scheme")
                || keyword.equals("name") && scheme.path("in").asText().equals("header");
        return isCaseless ? value.toLowerCase(Locale.ROOT) : value;
    }

    private void report(Place place, Direction direction, String words, JsonNode old, JsonNode now) {
        differences.add(place, Place.SECURITY, direction, Writer.CONSUMER, words, old, now);
    }
}
