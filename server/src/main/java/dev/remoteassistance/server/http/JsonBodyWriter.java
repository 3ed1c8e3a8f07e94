package dev.remoteassistance.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Writes an answer's body by the model's own JSON policy. */
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBodyWriter implements MessageBodyWriter<Object> {

    private final ObjectMapper mapper = JsonPolicy.newMapper();

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        // Whole, so that a failure leaves no half-written body; and of a known length, so that the caller has got it
        // all even where the connection ends with it, as it does after a body that was not read.
        byte[] json = mapper.writeValueAsBytes(value);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, json.length);
        stream.write(json);
    }
}
