package dev.remoteassistance.contract.schema.keyword;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** A change of a pattern of which one can see that it takes more: a part has become optional, or its end was cut off. */
public final class PatternChange {

    /** Where these stand, a part that is optional may let the whole take less: look-around, back references, no way back. */
    private static final Pattern HARD = Pattern.compile("\\(\\?[^:]|\\\\[1-9k]|[*+?}]\\+");

    private static final String QUANTIFIERS = "*+?{";

    private PatternChange() {}

    /** A pattern that means the same whatever follows, unless that is a quantifier. */
    private static final Pattern CLOSED = Pattern.compile("[^\\\\{]+");

    /** Tells whether it is seen that one pattern takes all that the other takes. */
    public static boolean isWidening(String narrow, String wide) {
        return isBeginning(wide, narrow) || hasPartMadeOptional(narrow, wide);
    }

    /** Tells whether a pattern goes on where another ends, as {@code ^a( .*)?$} after {@code ^a}: its texts are among the other's. */
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

    /** Tells whether one pattern is the other with one part put into {@code (…)?}. */
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
