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

    private final String text;
    private int at;
    private boolean unbounded;

    private PatternSyntax(String text) {
        this.text = text;
    }

    /** Returns what to write instead; null if the pattern is fine. */
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
            if (syntax.at < syntax.text.length()) {
                return syntax.peek('|') ? "Put alternatives into a group: ^(a|b)$" : "Close each group that is opened";
            }
            Pattern.compile(pattern);
            return null;
        } catch (PatternSyntaxException e) {
            return e.getDescription();
        }
    }

    private void sequence() {
        while (at < text.length() && !peek('|') && !peek(')')) {
            boolean before = unbounded;
            unbounded = false;
            boolean group = peek('(');
            atom();
            boolean inner = unbounded;
            boolean repeated = quantifier();
            if (group && inner && repeated) {
                throw refusal("Repeat either the group or what is in it, not both, which takes too long to try");
            }
            unbounded |= before || inner;
        }
    }

    private void atom() {
        char c = text.charAt(at++);
        if (c == '(') {
            group();
        } else if (c == '[') {
            characters();
        } else if (c == '\\') {
            escape();
        } else if (SIGNS.indexOf(c) >= 0) {
            throw refusal(
                    c == '.'
                            ? "Write the characters that are meant in place of the dot: it differs between languages"
                            : "Escape " + c + ", which means nothing here");
        } else {
            printable(c);
        }
    }

    private void group() {
        if (text.startsWith("?:", at)) {
            at += 2;
        } else if (peek('?')) {
            throw refusal("Write plain groups: what begins with (? differs between languages");
        }
        boolean any = false;
        do {
            unbounded = false;
            sequence();
            any |= unbounded;
        } while (take('|'));
        unbounded = any;
        if (!take(')')) {
            throw refusal("Close each group that is opened");
        }
    }

    private void characters() {
        if (peek('^')) {
            throw refusal(
                    "Write the characters that are meant, not those that are not: languages count them differently");
        }
        for (boolean first = true; at < text.length() && (first || !peek(']')); first = false) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape();
            } else if (c == '[' || c == ']' || c == '&' && peek('&')) {
                throw refusal("Escape " + c + " between brackets");
            } else {
                printable(c);
            }
        }
        if (!take(']')) {
            throw refusal("Close each bracket that is opened");
        }
    }

    private void escape() {
        if (at == text.length() || Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) >= 0x7F) {
            throw refusal("Write the characters that are meant, such as [0-9], in place of a backslash and a letter");
        }
        at++;
    }

    /** Reads a quantifier, if there is one, and returns whether it has no upper bound. */
    private boolean quantifier() {
        boolean endless = false;
        boolean found = false;
        if (take('*') || take('+')) {
            endless = true;
            found = true;
        } else if (take('?')) {
            found = true;
        } else if (peek('{')) {
            String count = text.substring(at).replaceFirst("}.*", "}");
            if (!count.matches("\\{[0-9]{1,4}(,[0-9]{0,4})?}")) {
                throw refusal("Write a count as {2}, {2,} or {2,5}");
            }
            at += count.length();
            endless = count.endsWith(",}");
            found = true;
        }
        if (found && (peek('?') || peek('+') || peek('*') || peek('{'))) {
            throw refusal("Write one count: lazy and possessive ones differ between languages");
        }
        unbounded |= endless;
        return endless;
    }

    private void printable(char c) {
        if (c < ' ' || c >= 0x7F) {
            throw refusal("Write visible characters of ASCII only: others are counted differently");
        }
    }

    private boolean peek(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private boolean take(char c) {
        if (peek(c)) {
            at++;
            return true;
        }
        return false;
    }

    private PatternSyntaxException refusal(String wayOut) {
        return new PatternSyntaxException(wayOut, text, at);
    }
}
