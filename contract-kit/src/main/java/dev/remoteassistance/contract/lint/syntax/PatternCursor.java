package dev.remoteassistance.contract.lint.syntax;

import java.util.regex.PatternSyntaxException;

/** A place in a pattern, from which characters are read: single ones, escaped ones, and those between brackets. */
final class PatternCursor {

    private final String text;
    private int at;

    PatternCursor(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    /** What is left of the pattern. */
    String rest() {
        return text.substring(at);
    }

    char next() {
        return text.charAt(at++);
    }

    /** Returns whether this character is next. */
    boolean peek(char c) {
        return !isAtEnd() && text.charAt(at) == c;
    }

    /** Reads this character if it is next, and returns whether it is. */
    boolean take(char c) {
        return take(String.valueOf(c));
    }

    boolean take(String part) {
        if (text.startsWith(part, at)) {
            at += part.length();
            return true;
        }
        return false;
    }

    /** Returns the exception that says what to write instead. */
    PatternSyntaxException refusal(String wayOut) {
        return new PatternSyntaxException(wayOut, text, at);
    }

    /** Reads the rest of a class of characters, after its bracket. */
    void characters() {
        if (peek('^')) {
            throw refusal(
                    "Write the characters that are meant, not those that are not: languages count them differently");
        }
        for (boolean first = true; !isAtEnd() && (first || !peek(']')); first = false) {
            char c = next();
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

    /** Reads what a backslash escapes. */
    void escape() {
        if (isAtEnd() || Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) >= 0x7F) {
            throw refusal("Write the characters that are meant, such as [0-9], in place of a backslash and a letter");
        }
        at++;
    }

    /** Requires a printable ASCII character: others are counted differently in other languages. */
    void printable(char c) {
        if (c < ' ' || c >= 0x7F) {
            throw refusal("Write visible characters of ASCII only: others are counted differently");
        }
    }
}
