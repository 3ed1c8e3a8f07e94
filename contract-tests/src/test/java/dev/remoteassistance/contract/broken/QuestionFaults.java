package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.broken.ReportFaults.number;
import static dev.remoteassistance.contract.broken.ReportFaults.text;
import static dev.remoteassistance.contract.provider.ServerFault.request;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.provider.ServerFault;
import dev.remoteassistance.contract.provider.WireEdits;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers that answer another session query than the one that they received. */
final class QuestionFaults {

    private QuestionFaults() {}

    static List<ServerFault> all() {
        return Stream.of(questions(), pages()).flatMap(List::stream).toList();
    }

    private static List<ServerFault> questions() {
        return List.of(
                asked("the filter is ignored", query -> query.remove("filter")),
                asked(
                        "and in a filter means or",
                        query -> text(query, "filter", filter -> filter.replace(" and ", " or "))),
                asked(
                        "not in a filter is ignored",
                        query -> text(query, "filter", filter -> filter.replace("not ", ""))),
                asked(
                        "lt in a filter means gt",
                        query -> text(query, "filter", filter -> filter.replace(" lt ", " gt "))),
                asked(
                        "ge in a filter means eq",
                        query -> text(query, "filter", filter -> filter.replace(" ge ", " eq "))),
                asked("the search is ignored", query -> query.remove("search")),
                asked("the search finds nothing", query -> text(query, "search", search -> search + "\u001F")),
                asked("the order is ignored", query -> query.remove("orderBy")),
                asked("the order is always ascending", query -> keys(query, key -> key.replace(" desc", ""))),
                asked("the order is always descending", query -> keys(query, key -> key.split(" ")[0] + " desc")),
                asked("only the first key of the order counts", query -> {
                    if (query.path("orderBy") instanceof ArrayNode keys && keys.size() > 1) {
                        keys.remove(1);
                    }
                }),
                asked("all columns are answered", query -> query.remove(List.of("select", "groupBy"))),
                asked("groups are ignored", query -> query.remove("groupBy")),
                asked("the session id is forgotten", query -> query.remove("sessionId")));
    }

    private static List<ServerFault> pages() {
        return List.of(
                asked("skip is ignored", query -> query.remove("skip")),
                asked("one row too many is left out", query -> number(query, "skip", 1)),
                asked("one row too few is left out", query -> number(query, "skip", -1)),
                asked("top is ignored", query -> query.remove("top")),
                asked("a page has one row too many", query -> number(query, "top", 1)),
                asked("a page has one row too few", query -> number(query, "top", -1)),
                asked("too high a top is lowered", query -> {
                    if (query.path("top").asInt() > 1000) {
                        query.put("top", 1000);
                    }
                }));
    }

    /** Histories have faults of their own: a question about sessions has to notice one of these. */
    private static ServerFault asked(String name, Consumer<ObjectNode> change) {
        return asked(name, url -> url.contains("/reports/") && !url.contains(HistoryFaults.ACTION), change);
    }

    /** Returns a server that changes queries before it answers them, at some paths. */
    static ServerFault asked(String name, Predicate<String> addresses, Consumer<ObjectNode> change) {
        return request(
                name,
                (sent, callers) ->
                        addresses.test(sent.getUrl()) && sent.getBodyAsString().startsWith("{")
                                ? WireEdits.body(sent, query -> {
                                    change.accept((ObjectNode) query);
                                    return query;
                                })
                                : sent);
    }

    private static void keys(ObjectNode query, UnaryOperator<String> change) {
        WireEdits.member(query, "orderBy", given -> {
            ArrayNode keys = query.arrayNode();
            given.forEach(key -> keys.add(change.apply(key.asText())));
            return keys;
        });
    }
}
