package dev.remoteassistance.contract.schema.keyword;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Recognises the changes of a pattern that evidently allow more: a part has become optional, or the end was cut off.
 */
public final class PatternChange {

    /**
     * Look-around, back references and possessive quantifiers: with them, an optional part may make the pattern allow
     * less.
     */
    private static final Pattern HARD = Pattern.compile("\\(\\?[^:]|\\\\[1-9k]|[*+?}]\\+");

    private static final String QUANTIFIERS = "*+?{";

    private PatternChange() {}

    /** A pattern whose meaning does not depend on what follows it, unless a quantifier follows. */
    private static final Pattern CLOSED = Pattern.compile("[^\\\\{]+");

    /** Returns whether {@code wide} evidently allows every text that {@code narrow} allows. */
    public static boolean isWidening(String narrow, String wide) {
        return isBeginning(wide, narrow) || hasPartMadeOptional(narrow, wide);
    }

    /**
     * Returns whether {@code pattern} continues {@code beginning}, as {@code ^a( .*)?$} continues {@code ^a}. Then
     * {@code beginning} allows every text that {@code pattern} allows.
     */
    private static boolean isBeginning(String beginning, String pattern) {
        if (!pattern.startsWith(beginning) || !CLOSED.matcher(beginning).matches()) {
            return false;
        }
        String rest = pattern.substring(beginning.length());
        return !rest.isEmpty()
                && QUANTIFIERS.indexOf(rest.charAt(0)) < 0
                && rest.indexOf('|') < 0
                && !HARD.matcher(pattern).find();
    }

    /** Returns whether the wide pattern is the narrow one with one part put into {@code (…)?}. */
    private static boolean hasPartMadeOptional(String narrow, String wide) {
        if (wide.length() <= narrow.length() || HARD.matcher(wide).find()) {
            return false;
        }
        Deque<Group> open = new ArrayDeque<>();
        for (int at = 0; at < wide.length(); at++) {
            char c = wide.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                at = endOfClass(wide, at);
            } else if (c == '(') {
                open.push(new Group(at, false));
            } else if (c == '|' && !open.isEmpty()) {
                open.push(new Group(open.pop().start(), true));
            } else if (c == ')' && !open.isEmpty()) {
                Group group = open.pop();
                if (!group.hasAlternatives() && narrow.equals(withoutGroup(wide, group.start(), at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private record Group(int start, boolean hasAlternatives) {}

    /** The pattern with the content of an optional group in the group's place; empty if the group is not optional. */
    private static String withoutGroup(String pattern, int start, int end) {
        String rest = pattern.substring(end + 1);
        if (!rest.startsWith("?") || rest.length() > 1 && QUANTIFIERS.indexOf(rest.charAt(1)) >= 0) {
            return "";
        }
        String content = pattern.substring(start + 1, end).replaceFirst("^\\?:", "");
        return pattern.substring(0, start) + content + rest.substring(1);
    }

    private static int endOfClass(String pattern, int start) {
        int at = start + 1;
        while (at < pattern.length() && (pattern.charAt(at) != ']' || at == start + 1)) {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
