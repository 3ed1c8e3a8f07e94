package dev.remoteassistance.contract.broken;

import static dev.remoteassistance.contract.provider.ServerFault.store;
import static dev.remoteassistance.contract.provider.WireEdits.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.contract.provider.ServerFault;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Servers that acknowledge a report but do not store it as it was sent. */
final class StoreFaults {

    private static final String ANOTHER_TENANT = "22222222-2222-2222-2222-222222222222";

    private StoreFaults() {}

    static List<ServerFault> all() {
        return Stream.of(rows(), properties(), times(), texts())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ServerFault> rows() {
        return List.of(
                store("reports are acknowledged and forgotten", StoreDecorators.forgetting()),
                store("reports are filed under another tenant", StoreDecorators.inTenant(ANOTHER_TENANT)),
                store("reports are stored twice", StoreDecorators.storingTwice()),
                store("a repeated report is stored again", StoreDecorators.withDuplicates()),
                store("an amendment overwrites", StoreDecorators.overwriting()),
                store("an amendment is not current", StoreDecorators.withTheFirstCurrent()));
    }

    private static List<ServerFault> properties() {
        return List.of(
                stored(
                        "undeclared properties are dropped",
                        payload -> payload.remove(List.of("inventedText", "inventedTrue", "inventedList"))),
                stored("an undeclared null is dropped", payload -> payload.remove("inventedNull")),
                stored(
                        "a nested null is dropped",
                        payload -> payload.findParents("null").forEach(parent -> ((ObjectNode) parent).remove("null"))),
                stored(
                        "a big number becomes a double",
                        payload -> member(payload, "inventedNumber", value -> payload.numberNode(value.doubleValue()))),
                stored(
                        "an integer becomes a double",
                        payload ->
                                member(payload, "inventedInteger", value -> payload.numberNode(value.doubleValue()))),
                stored("an undeclared annotation is dropped", payload -> payload.remove("invented@odata.type")),
                stored("the annotation is dropped", payload -> payload.remove("@odata.type")),
                stored("an e-mail address is dropped", payload -> payload.remove("helperEmail")),
                stored("a property of revision 5 is dropped", payload -> payload.remove("sessionDiagnosticCode")),
                stored(
                        "helper and sharer are mixed up",
                        payload -> member(payload, "helperDeviceName", value -> payload.path("sharerDeviceName"))));
    }

    private static List<ServerFault> times() {
        return List.of(
                time("date-times are shifted to UTC", time -> time.withOffsetSameInstant(ZoneOffset.UTC)),
                time("date-times lose their offset", time -> time.withOffsetSameLocal(ZoneOffset.UTC)),
                time("date-times are cut to seconds", time -> time.truncatedTo(ChronoUnit.SECONDS)),
                time("date-times are cut to milliseconds", time -> time.truncatedTo(ChronoUnit.MILLIS)),
                time("date-times are cut to microseconds", time -> time.truncatedTo(ChronoUnit.MICROS)),
                time("date-times are rounded to 100 nanoseconds", time -> time.withNano(time.getNano() / 100 * 100)));
    }

    private static List<ServerFault> texts() {
        return List.of(
                text("enum members are lower-cased", "helperEnrollmentState", text -> text.toLowerCase(Locale.ROOT)),
                text("a session type becomes another", "remoteAssistanceSessionType", text -> "viewOnly"),
                text(
                        "text is cut at 255 characters",
                        "sharerOs",
                        text -> text.substring(0, Math.min(255, text.length()))),
                text("text is put in upper case", "helperOs", text -> text.toUpperCase(Locale.ROOT)),
                text(
                        "what is beyond the first plane is replaced",
                        "sharerOs",
                        text -> text.replaceAll("[^\\x{0}-\\x{FFFF}]", "?")),
                text("control characters are dropped", "inventedText", text -> text.replace("\0", "")),
                text("ids are put in lower case", "id", text -> text.toLowerCase(Locale.ROOT)));
    }

    private static ServerFault stored(String name, Consumer<ObjectNode> change) {
        return store(name, StoreDecorators.changing(change));
    }

    private static ServerFault time(String name, UnaryOperator<OffsetDateTime> change) {
        return text(
                name,
                "startDateTime",
                text -> change.apply(OffsetDateTime.parse(text)).toString());
    }

    private static ServerFault text(String name, String property, UnaryOperator<String> change) {
        return store(name, StoreDecorators.changing(payload -> {
            JsonNode value = payload.path(property);
            if (value.isTextual()) {
                payload.put(property, change.apply(value.asText()));
            }
        }));
    }
}
