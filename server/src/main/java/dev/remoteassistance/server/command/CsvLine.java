package dev.remoteassistance.server.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.StrippedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a report as a line of CSV (RFC 4180). First come the columns of Intune's own export, with its spelling, then
 * what the server knows about the report, the other properties of the contract, and in one cell all undeclared
 * properties.
 */
final class CsvLine {

    /** Characters that, at the start of a cell, make a spreadsheet read it as a formula. */
    private static final String FORMULA = "=+-@\t\r\n";

    private static final List<String> DECLARED = List.of(RemoteAssistanceReporting.class
            .getAnnotation(JsonPropertyOrder.class)
            .value());

    private static final ObjectReader PAYLOAD = JsonPolicy.newMapper()
            .readerFor(ObjectNode.class)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private static final StoredReport EMPTY = new StoredReport(0, "", "", "", false, null, null, "{}");

    private final Map<String, String> cells = new LinkedHashMap<>();
    private final Set<String> unshown = new LinkedHashSet<>(DECLARED);
    private final ObjectNode payload;

    private CsvLine(StoredReport report) {
        payload = payload(report);
        Optional<OffsetDateTime> start = time(RemoteAssistanceReporting.JSON_PROPERTY_START_DATE_TIME);
        Optional<OffsetDateTime> end = time(RemoteAssistanceReporting.JSON_PROPERTY_END_DATE_TIME);

        show("Attribute", RemoteAssistanceReporting.JSON_PROPERTY_REMOTE_ASSISTANCE_SESSION_TYPE);
        put("Date", start.map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()));
        put(
                "DateDifference",
                start.flatMap(from -> end.map(to -> Duration.between(from, to).toSeconds())));
        show("HelperDeviceAadId", RemoteAssistanceReporting.JSON_PROPERTY_HELPER_DEVICE_AAD_ID);
        show("HelperDeviceName", RemoteAssistanceReporting.JSON_PROPERTY_HELPER_DEVICE_NAME);
        show("HelperEmail", RemoteAssistanceReporting.JSON_PROPERTY_HELPER_EMAIL);
        show("HelperFirstName", RemoteAssistanceReporting.JSON_PROPERTY_HELPER_FIRST_NAME);
        show("HelperLastName", RemoteAssistanceReporting.JSON_PROPERTY_HELPER_LAST_NAME);
        show("Sessionend", RemoteAssistanceReporting.JSON_PROPERTY_END_DATE_TIME);
        show("SessionId", RemoteAssistanceReporting.JSON_PROPERTY_ID);
        show("Sessionstart", RemoteAssistanceReporting.JSON_PROPERTY_START_DATE_TIME);
        show("SharerDeviceAadId", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_DEVICE_AAD_ID);
        show("SharerDeviceName", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_DEVICE_NAME);
        show("SharerDeviceOS", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_OS);
        show("SharerDeviceSerialNumber", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_DEVICE_SERIAL_NUMBER);
        show("SharerEmail", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_EMAIL);
        show("SharerFirstName", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_FIRST_NAME);
        show("SharerLastName", RemoteAssistanceReporting.JSON_PROPERTY_SHARER_LAST_NAME);

        put("Sequence", Optional.of(report.sequence()));
        put("TenantId", Optional.of(report.tenantId()));
        put("ReceivedAt", Optional.of(report.receivedAt()));
        put("Current", Optional.of(report.current()));
        put("AppId", Optional.ofNullable(report.appId()));
        put("UserId", Optional.ofNullable(report.userId()));
        List.copyOf(unshown).forEach(name -> show(name, name));
        put("Undeclared", Optional.of(payload).filter(rest -> !rest.isEmpty()));
    }

    /** Writes the names of the columns. */
    static void writeHeaderTo(OutputStream out) {
        write(new CsvLine(EMPTY).cells.keySet(), out);
    }

    static void write(StoredReport report, OutputStream out) {
        write(new CsvLine(report).cells.values(), out);
    }

    private static ObjectNode payload(StoredReport report) {
        try {
            return PAYLOAD.readValue(report.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored payload cannot be read", StrippedException.of(e));
        }
    }

    private Optional<OffsetDateTime> time(String property) {
        try {
            return Optional.of(OffsetDateTime.parse(payload.path(property).asText()));
        } catch (DateTimeException e) {
            // There is none.
            return Optional.empty();
        }
    }

    /** Moves a property from the payload to a column. */
    private void show(String column, String property) {
        unshown.remove(property);
        put(
                column,
                Optional.ofNullable(payload.remove(property)).map(value -> value.isTextual() ? value.asText() : value));
    }

    private void put(String column, Optional<?> value) {
        cells.put(column, value.map(Object::toString).orElse(""));
    }

    private static void write(Collection<String> cells, OutputStream out) {
        String line = cells.stream().map(CsvLine::quoted).collect(Collectors.joining(",", "", "\r\n"));
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        boolean formula = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
        String text = formula ? "'" + cell : cell;
        return text.matches("(?s).*[,\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
