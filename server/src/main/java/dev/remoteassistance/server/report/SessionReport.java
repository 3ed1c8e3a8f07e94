package dev.remoteassistance.server.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.remoteassistance.model.Report;
import dev.remoteassistance.model.ReportColumn;
import dev.remoteassistance.model.ReportPropertyType;
import dev.remoteassistance.model.ReportStream;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.session.ColumnType;
import dev.remoteassistance.server.session.SessionPage;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Makes the reports that the contract's operations answer with, in either of their two forms. */
final class SessionReport {

    private static final ObjectWriter WRITER = JsonPolicy.newMapper().writerFor(Report.class);

    private SessionReport() {}

    /** Returns the report of a page of sessions. */
    static Report of(SessionPage page) {
        return new Report()
                .totalRowCount(page.total().orElseThrow())
                .schema(page.columns().stream()
                        .map(column -> column(column.label(), column.type()))
                        .toList())
                .values(page.rows());
    }

    /**
     * Returns a report of one number.
     *
     * @param value null if there is none
     */
    static Report of(String label, Long value) {
        return new Report()
                .totalRowCount(1L)
                .schema(List.of(column(label, ColumnType.INT64)))
                .values(List.of(Collections.singletonList(value)));
    }

    private static ReportColumn column(String label, ColumnType type) {
        return new ReportColumn().column(label).propertyType(ReportPropertyType.fromValue(type.propertyType()));
    }

    /** Returns the answer: the report itself for any type other than JSON, as which it is in Base64. */
    static Response answer(Report report, MediaType type) {
        byte[] json = json(report);
        return type.equals(MediaType.APPLICATION_JSON_TYPE)
                ? Response.ok(
                                new ReportStream().value(Base64.getEncoder().encodeToString(json)),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : Response.ok(json, MediaType.APPLICATION_OCTET_STREAM_TYPE).build();
    }

    private static byte[] json(Report report) {
        try {
            return WRITER.writeValueAsBytes(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report cannot be written", e);
        }
    }
}
