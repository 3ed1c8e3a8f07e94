package dev.remoteassistance.contract.lint.syntax;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The part of regular expressions that means the same in Java and ECMAScript, and in other languages' tools: characters,
 * classes of listed characters, groups, alternatives, and counts. A pattern is anchored at both ends, since Bean Validation
 * looks at the whole text and JSON Schema at any part of it.
 */
public final class PatternSyntax {

    private static final String SIGNS = "\\^$.|?*+()[]{}";

    private final PatternCursor cursor;
    private boolean unbounded;

    private PatternSyntax(String text) {
        cursor = new PatternCursor(text);
    }

    /** Returns what is wrong with the pattern or what to write instead; null if the lint accepts it. */
    public static String trouble(String pattern) {
        if (pattern.contains("*/") || pattern.contains("/*")) {
            return "Write [/] for the slash beside the asterisk: together they begin or end a comment";
        }
        if (pattern.length() < 2 || !pattern.startsWith("^") || !pattern.endsWith("$")) {
            return "Anchor it by ^ and $, and write what may come before and after";
        }
        PatternSyntax syntax = new PatternSyntax(pattern.substring(1, pattern.length() - 1));
        try {
            syntax.sequence();
            if (!syntax.cursor.isAtEnd()) {
                return syntax.cursor.peek('|')
                        ? "Put alternatives into a group: ^(a|b)$"
                        : "Close each group that is opened";
            }
            Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        }
    }

    private void sequence() {
        while (!cursor.isAtEnd() && !cursor.peek('|') && !cursor.peek(')')) {
            boolean before = unbounded;
            unbounded = false;
            boolean group = cursor.peek('(');
            atom();
            boolean inner = unbounded;
            boolean repeated = quantifier();
            if (group && inner && repeated) {
                throw cursor.refusal("Repeat either the group or what is in it, not both, which takes too long to try");
            }
            unbounded |= before || inner;
        }
    }

    private void atom() {
        char c = cursor.next();
        if (c == '(') {
            group();
        } else if (c == '[') {
            cursor.characters();
        } else if (c == '\\') {
            cursor.escape();
        } else if (SIGNS.indexOf(c) >= 0) {
            throw cursor.refusal(
                    c == '.'
                            ? "Write the characters that are meant in place of the dot: it differs between languages"
                            : "Escape " + c + ", which means nothing here");
        } else {
            cursor.printable(c);
        }
    }

    private void group() {
        if (!cursor.take("?:") && cursor.peek('?')) {
            throw cursor.refusal("Write plain groups: what begins with (? differs between languages");
        }
        boolean any = false;
        do {
            unbounded = false;
            sequence();
            any |= unbounded;
        } while (cursor.take('|'));
        unbounded = any;
        if (!cursor.take(')')) {
            throw cursor.refusal("Close each group that is opened");
        }
    }

    /** Reads a quantifier, if there is one, and returns whether it has no upper bound. */
    private boolean quantifier() {
        boolean endless = false;
        boolean found = false;
        if (cursor.take('*') || cursor.take('+')) {
            endless = true;
            found = true;
        } else if (cursor.take('?')) {
            found = true;
        } else if (cursor.peek('{')) {
            String count = cursor.rest().replaceFirst("}.*", "}");
            if (!count.matches("\\{[0-9]{1,4}(,[0-9]{0,4})?}")) {
                throw cursor.refusal("Write a count as {2}, {2,} or {2,5}");
            }
            cursor.take(count);
            endless = count.endsWith(",}");
            found = true;
        }
        if (found && (cursor.peek('?') || cursor.peek('+') || cursor.peek('*') || cursor.peek('{'))) {
            throw cursor.refusal("Write one count: lazy and possessive ones differ between languages");
        }
        unbounded |= endless;
        return endless;
    }
}
