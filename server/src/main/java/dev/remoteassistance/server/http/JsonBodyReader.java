package dev.remoteassistance.server.http;

import jakarta.inject.Inject;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads a request body: its bytes as {@link RequestBody} says, what they mean as {@link JsonDocumentReader} says. */
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements MessageBodyReader<Object> {

    private final RequestBody body;
    private final JsonDocumentReader documents;

    @Inject
    public JsonBodyReader(RequestBody body, Validator validator) {
        this.body = body;
        this.documents = new JsonDocumentReader(validator);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream)
            throws IOException {
        return documents.read(body.read(mediaType, headers, stream), type);
    }
}
