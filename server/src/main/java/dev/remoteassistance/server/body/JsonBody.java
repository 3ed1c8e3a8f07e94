package dev.remoteassistance.server.body;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads and writes the bodies of JAX-RS by the model's JSON policy. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private final ObjectMapper mapper = JsonPolicy.newMapper();
    private final Provider<ContainerRequestContext> request;
    private final JsonDocumentReader documents;

    @Inject
    public JsonBody(Provider<ContainerRequestContext> request, Validator validator) {
        this.request = request;
        this.documents = new JsonDocumentReader(validator);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    /** Reads the received bytes directly: the stream has the same bytes, but would copy them. */
    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        ReceivedBody body = (ReceivedBody) request.get().getProperty(ReceivedBody.ATTRIBUTE);
        return documents.read(body.json(), type);
    }

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
        // Serialised completely before it is written, so that a failure leaves no half-written body.
        stream.write(mapper.writeValueAsBytes(value));
    }
}
