package dev.remoteassistance.server.session;

import dev.remoteassistance.server.session.grammar.FilterLexer;
import java.time.DateTimeException;
import org.antlr.v4.runtime.Token;

/**
 * A value in the text of a filter.
 *
 * @param type one of the lexer's
 * @param text without the quotes around it
 */
record FilterLiteral(int type, String text) {

    static FilterLiteral of(Token token) {
        String text = token.getText();
        return token.getType() == FilterLexer.STRING
                ? new FilterLiteral(
                        token.getType(), text.substring(1, text.length() - 1).replace("''", "'"))
                : new FilterLiteral(token.getType(), text);
    }

    /**
     * Returns the value in the form in which the column holds it; null for null.
     *
     * @throws IllegalArgumentException if the column holds values of another type
     * @throws DateTimeException if the column holds times, and the text is none
     */
    Object valueFor(SessionColumn column) {
        boolean isQuoted = type == FilterLexer.STRING;
        if (!isQuoted && text.equals("null")) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> ColumnText.storable(require(isQuoted));
            case INT64 -> Long.valueOf(require(type == FilterLexer.NUMBER));
            case DATE_TIME -> ColumnText.of(ColumnText.instant(require(isQuoted || type == FilterLexer.DATETIME)));
        };
    }

    private String require(boolean isRightType) {
        if (!isRightType) {
            throw new IllegalArgumentException("The column is of another type");
        }
        return text;
    }
}
