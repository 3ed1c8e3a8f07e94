package dev.remoteassistance.server.session;

import dev.remoteassistance.server.session.SessionFilter.All;
import dev.remoteassistance.server.session.SessionFilter.Any;
import dev.remoteassistance.server.session.SessionFilter.Comparison;
import dev.remoteassistance.server.session.SessionFilter.Not;
import dev.remoteassistance.server.session.SessionFilter.Operator;
import dev.remoteassistance.server.session.grammar.FilterLexer;
import dev.remoteassistance.server.session.grammar.FilterParser;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Reads the text of a filter, within limits. */
final class FilterReader {

    static final int MAX_COMPARISONS = 100;
    /** Maximum of brackets that are open at once, and of {@code not}s in total. */
    static final int MAX_DEPTH = 32;

    private static final String TARGET = "filter";

    /** The tokens in words, for messages. */
    private static final Map<Integer, String> WORDS = Map.of(
            Token.EOF,
            "the end",
            FilterLexer.STRING,
            "a text in quotes",
            FilterLexer.DATETIME,
            "a date-time",
            FilterLexer.NUMBER,
            "a number",
            FilterLexer.COLUMN,
            "a column");

    private FilterReader() {}

    static SessionFilter read(String text) {
        QueryLimits.requireLength(TARGET, text, QueryLimits.MAX_FILTER_LENGTH);
        FilterLexer lexer = new FilterLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Refusal());
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        checkSize(tokens.getTokens());
        FilterParser parser = new FilterParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal());
        return any(parser.filter().any());
    }

    /** Checked before the parser runs, because it descends as deep as the text goes. */
    private static void checkSize(List<Token> tokens) {
        int comparisons = 0;
        int depth = 0;
        for (Token token : tokens) {
            comparisons += token.getType() == FilterLexer.COLUMN ? 1 : 0;
            depth += token.getText().equals("(") || token.getText().equals("not") ? 1 : 0;
            depth -= token.getText().equals(")") ? 1 : 0;
            if (comparisons > MAX_COMPARISONS) {
                throw fault(token, "a filter has at most %d comparisons".formatted(MAX_COMPARISONS));
            }
            if (depth > MAX_DEPTH) {
                throw fault(token, "a filter has at most %d brackets and nots in each other".formatted(MAX_DEPTH));
            }
        }
    }

    private static SessionFilter any(FilterParser.AnyContext any) {
        List<SessionFilter> conditions =
                any.all().stream().map(FilterReader::all).toList();
        return conditions.size() == 1 ? conditions.get(0) : new Any(conditions);
    }

    private static SessionFilter all(FilterParser.AllContext all) {
        List<SessionFilter> conditions =
                all.term().stream().map(FilterReader::term).toList();
        return conditions.size() == 1 ? conditions.get(0) : new All(conditions);
    }

    private static SessionFilter term(FilterParser.TermContext term) {
        if (term.term() != null) {
            return new Not(term(term.term()));
        }
        return term.any() != null ? any(term.any()) : comparison(term.comparison());
    }

    private static SessionFilter comparison(FilterParser.ComparisonContext comparison) {
        Token name = comparison.COLUMN().getSymbol();
        SessionColumn column = SessionColumn.labelled(name.getText())
                .orElseThrow(() -> fault(name, "there is no column of this name"));
        if (column == SessionColumn.COUNT) {
            throw fault(name, "%s is counted after the filter".formatted(column.label()));
        }
        Operator operator = Operator.valueOf(comparison.operator.getText().toUpperCase(Locale.ROOT));
        return new Comparison(
                column, operator, value(column, comparison.literal().getStart()));
    }

    private static Object value(SessionColumn column, Token literal) {
        try {
            return FilterLiteral.of(literal).valueFor(column);
        } catch (IllegalArgumentException | DateTimeException e) {
            // The exception's message may quote the text.
            throw fault(
                    literal,
                    "%s is compared with %s"
                            .formatted(column.label(), column.type().wanted()));
        }
    }

    private static QueryException fault(Token token, String rule) {
        return QueryException.at(TARGET, token.getStartIndex() + 1, rule);
    }

    /** Ends the reading at the first fault. */
    private static final class Refusal extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            if (e instanceof LexerNoViableAltException unknown) {
                throw QueryException.at(TARGET, unknown.getStartIndex() + 1, "this begins nothing that a filter has");
            }
            throw fault(
                    (Token) symbol,
                    "expected "
                            + ((Parser) recognizer)
                                    .getExpectedTokens().toList().stream()
                                            .map(type -> WORDS.getOrDefault(
                                                    type,
                                                    recognizer.getVocabulary().getDisplayName(type)))
                                            .collect(Collectors.joining(", ")));
        }
    }
}
