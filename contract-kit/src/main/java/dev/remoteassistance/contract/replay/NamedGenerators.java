package dev.remoteassistance.contract.replay;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.generators.Category;
import au.com.dius.pact.core.model.generators.Generator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renames generators of headers and query parameters to the names that Pact for the JVM looks for. Pact's Rust core
 * writes paths instead, such as {@code $.Authorization[0]} or {@code $['X-Trace'][0]}; Pact for the JVM would ignore
 * them, and send the example's value to the provider.
 */
final class NamedGenerators {

    private static final Pattern PATH = Pattern.compile("\\$?(?:\\.([^\\[\\]]+)|\\[['\"]([^'\"]+)['\"]])(?:\\[\\d+])?");

    private NamedGenerators() {}

    /** Changes the generators of a request. */
    static void of(IRequest request) {
        Map<Category, Map<String, Generator>> categories =
                request.getGenerators().getCategories();
        for (Category category : List.of(Category.HEADER, Category.QUERY)) {
            Map<String, Generator> generators = categories.get(category);
            if (generators != null) {
                Map<String, Generator> named = new LinkedHashMap<>();
                generators.forEach((key, generator) -> named.put(name(key), generator));
                categories.put(category, named);
            }
        }
    }

    private static String name(String key) {
        Matcher path = PATH.matcher(key);
        return !path.matches() ? key : path.group(1) != null ? path.group(1) : path.group(2);
    }
}
