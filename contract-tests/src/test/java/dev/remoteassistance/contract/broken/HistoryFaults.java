package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.broken.ReportFaults.number;
import static dev.remoteassistance.contract.broken.ReportFaults.text;
import static dev.remoteassistance.contract.provider.ServerFault.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.provider.ServerFault;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Servers that get the history of a session wrong, and nothing else. */
final class HistoryFaults {

    static final String ACTION = "/getRemoteAssistanceSessionHistoryReport";

    private HistoryFaults() {}

    static List<ServerFault> all() {
        return Stream.of(rows(), questions()).flatMap(List::stream).toList();
    }

    private static List<ServerFault> rows() {
        return List.of(
                store("a history has the reports of all tenants", HistoryDecorators.ofAllTenants()),
                store("a history has the current report alone", HistoryDecorators.ofTheCurrentReport()),
                store("a history begins with the oldest report", HistoryDecorators.turnedRound()),
                store("a repetition is one more report of a history", HistoryDecorators.withARepetition()),
                store("a history shows each report as the current one", HistoryDecorators.repeatingTheCurrentReport()),
                store("a history counts the rows of its page", HistoryDecorators.countingThePage()));
    }

    private static List<ServerFault> questions() {
        return List.of(
                asked("the case of a session's id does not count", query -> text(query, "id", HistoryFaults::lower)),
                asked(
                        "an id is cut at 255 characters",
                        query -> text(query, "id", id -> id.substring(0, Math.min(255, id.length())))),
                asked(
                        "an id is cut at 256 characters",
                        query -> text(query, "id", id -> id.substring(0, Math.min(256, id.length())))),
                asked("a history needs no id", query -> query.putIfAbsent("id", query.textNode("s1"))),
                asked("a history ignores skip", query -> query.remove("skip")),
                asked("a history ignores top", query -> query.remove("top")),
                asked("a history ignores select", query -> query.remove("select")),
                asked("a history forgets the session id", query -> query.remove("sessionId")),
                asked("a history has one row too many", query -> number(query, "top", 1)));
    }

    private static ServerFault asked(String name, Consumer<ObjectNode> change) {
        return QuestionFaults.asked(name, url -> url.contains(ACTION), change);
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
