package dev.remoteassistance.server.store.session;

import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.SessionFilter;
import dev.remoteassistance.server.session.SessionFilter.All;
import dev.remoteassistance.server.session.SessionFilter.Any;
import dev.remoteassistance.server.session.SessionFilter.Comparison;
import dev.remoteassistance.server.session.SessionFilter.Not;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes conditions as SQL with a parameter for each value. No condition is ever unknown, so that NOT inverts it. */
final class FilterSql {

    private final List<Object> parameters = new ArrayList<>();

    /** Returns the values of the question marks that were written, in their order. */
    List<Object> parameters() {
        return parameters;
    }

    /** Writes a value as a parameter. */
    String parameter(Object value) {
        parameters.add(value);
        return "?";
    }

    /** Returns the SQL of a condition, and adds its values to the parameters. */
    String condition(SessionFilter filter) {
        if (filter instanceof Comparison comparison) {
            return comparison(comparison);
        } else if (filter instanceof All all) {
            return joined(all.conditions(), " AND ", "1 = 1");
        } else if (filter instanceof Any any) {
            return joined(any.conditions(), " OR ", "1 = 0");
        } else {
            return "NOT (%s)".formatted(condition(((Not) filter).condition()));
        }
    }

    private String joined(List<SessionFilter> conditions, String operator, String ofNone) {
        return conditions.isEmpty()
                ? ofNone
                : conditions.stream().map(this::condition).collect(Collectors.joining(operator, "(", ")"));
    }

    private String comparison(Comparison comparison) {
        String column = "(%s)".formatted(SessionTable.expression(comparison.column()));
        Object value = comparison.value();
        if (value == null) {
            return switch (comparison.operator()) {
                case EQ -> column + " IS NULL";
                case NE -> column + " IS NOT NULL";
                default -> "1 = 0";
            };
        }
        String parameter = parameter(value);
        return switch (comparison.operator()) {
            case EQ -> equal(comparison.column(), column, parameter, value);
            case NE -> "(%1$s IS NULL OR %1$s <> %2$s)".formatted(column, parameter);
            case GT -> known(column, ">", parameter);
            case GE -> known(column, ">=", parameter);
            case LT -> known(column, "<", parameter);
            case LE -> known(column, "<=", parameter);
        };
    }

    /** Compares the beginning of a long text as well, because the index has only the beginnings. */
    private String equal(SessionColumn name, String column, String parameter, Object value) {
        String equal = known(column, "=", parameter);
        return SessionTable.INDEXED_BY_BEGINNING.contains(name)
                ? "(%s AND %s = %s)"
                        .formatted(equal, SessionTable.beginning(column), parameter(SessionTable.beginningOf((String)
                                value)))
                : equal;
    }

    private static String known(String column, String operator, String parameter) {
        return "(%1$s IS NOT NULL AND %1$s %2$s %3$s)".formatted(column, operator, parameter);
    }
}
