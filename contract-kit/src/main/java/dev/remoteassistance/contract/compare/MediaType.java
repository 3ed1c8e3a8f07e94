package dev.remoteassistance.contract.compare;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares the media types of a body by meaning: spelling and {@code charset=utf-8} make no difference, and a range
 * stands for all types within it.
 */
final class MediaType {

    private MediaType() {}

    /** Returns the type in one spelling: in lower case, parameters sorted, without {@code charset=utf-8}. */
    static String normal(String key) {
        String[] parts = key.toLowerCase(Locale.ROOT).split(";");
        return Arrays.stream(parts)
                .map(part -> part.strip().replace("\"", "").replaceAll("\\s*=\\s*", "="))
                .filter(part -> !part.isEmpty() && !part.equals("charset=utf-8"))
                .sorted((one, other) -> one.contains("=") && other.contains("=") ? one.compareTo(other) : 0)
                .collect(Collectors.joining(";"));
    }

    /** Returns the entry of the same type, else of the narrowest range that contains it; empty if there is none. */
    static <T> Optional<Map.Entry<String, T>> find(String key, Map<String, T> entries) {
        String type = normal(key);
        String plain = type.split(";")[0];
        for (String wanted : new String[] {type, plain.split("/")[0] + "/*", "*/*"}) {
            Optional<Map.Entry<String, T>> entry = entries.entrySet().stream()
                    .filter(one -> normal(one.getKey()).equals(wanted))
                    .findFirst();
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    static boolean isRange(String key) {
        return normal(key).contains("*");
    }

    static boolean isXml(String key) {
        String type = normal(key).split(";")[0];
        return type.endsWith("/xml") || type.endsWith("+xml");
    }

    /** Returns whether a body of this type consists of parts, for which the contract may state an encoding. */
    static boolean isOfParts(String key) {
        String type = normal(key);
        return type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
    }
}
