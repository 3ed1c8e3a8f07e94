package dev.remoteassistance.server.command;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.session.SessionColumn;
import dev.remoteassistance.server.session.output.CsvWriter;
import dev.remoteassistance.server.store.StoredReport;
import dev.remoteassistance.server.store.StrippedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
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

        for (SessionColumn column : SessionColumn.ofSession().subList(0, SessionColumn.INTUNE)) {
            switch (column) {
                case DATE -> put(column.label(), start.map(CsvLine::day));
                case DATE_DIFFERENCE ->
                    put(
                            column.label(),
                            start.flatMap(from ->
                                    end.map(to -> Duration.between(from, to).toSeconds())));
                default -> show(column.label(), column.property().orElseThrow());
            }
        }

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

    private static LocalDate day(OffsetDateTime time) {
        return time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
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
        String line = cells.stream().map(CsvWriter::cell).collect(Collectors.joining(",", "", "\r\n"));
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
