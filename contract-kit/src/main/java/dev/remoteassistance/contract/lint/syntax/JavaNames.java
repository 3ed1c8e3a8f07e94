package dev.remoteassistance.contract.lint.syntax;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares names as generated code spells them: it keeps only letters and digits, and uses case only to show where a
 * word begins.
 */
public final class JavaNames {

    private JavaNames() {}

    /**
     * Returns the letters and digits of a name, in lower case. If these are equal for two names, the names in Java are
     * equal too, or differ only in case.
     */
    public static String rest(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** Returns each pair of names that cannot be told apart. */
    public static List<String> collisions(Collection<String> names) {
        Map<String, String> first = new HashMap<>();
        List<String> pairs = new ArrayList<>();
        for (String name : names) {
            String other = first.putIfAbsent(rest(name), name);
            if (other != null) {
                pairs.add("\"%s\" and \"%s\"".formatted(other, name));
            }
        }
        return pairs;
    }
}
