package dev.remoteassistance.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.remoteassistance.model.RemoteAssistanceReporting;
import dev.remoteassistance.model.json.JsonPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A payload in the form that is stored.
 *
 * @param json the payload as JSON text, declared properties in the contract's order
 * @param digest SHA-256 of the payload with all properties sorted by name: equal for equal content, whatever the order
 *     on the wire, and also after a later contract has declared a property that this one does not know
 */
record PayloadDocument(String json, byte[] digest) {

    private static final ObjectWriter WRITER = JsonPolicy.newMapper()
            .writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .forType(RemoteAssistanceReporting.class);

    static PayloadDocument of(RemoteAssistanceReporting report) {
        try (PropertySlices slices = new PropertySlices(WRITER.getFactory())) {
            WRITER.writeValue(slices, report);
            slices.flush();
            return new PayloadDocument(slices.text(), slices.sortedDigest(Sha256.newDigest()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report that was read cannot be written", StrippedException.of(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
