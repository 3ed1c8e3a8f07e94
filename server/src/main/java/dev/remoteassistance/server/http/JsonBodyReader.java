package dev.remoteassistance.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.remoteassistance.model.json.JsonPolicy;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a request body by the model's own JSON policy and collects every fault on the way.
 *
 * <p>A body with no fault of its own goes on to the constraints of the generated interface. A body with one can go no
 * further, so that its constraints are checked here, and the caller is told everything in one answer.
 */
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonBodyReader implements MessageBodyReader<Object> {

    private final ObjectMapper mapper = JsonPolicy.newMapper();
    private final RequestBody body;
    private final Validator validator;

    @Inject
    public JsonBodyReader(RequestBody body, Validator validator) {
        this.body = body;
        this.validator = validator;
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
        byte[] json = body.read(mediaType, headers, stream);
        FaultCollector collector = new FaultCollector();
        Object value;
        try (JsonParser parser = mapper.createParser(json)) {
            requireObject(parser.nextToken());
            value = mapper.readerFor(type).withHandler(collector).readValue(parser);
            if (parser.nextToken() != null) {
                throw unreadable("The body goes on after the end of its JSON object.");
            }
        } catch (StreamConstraintsException e) {
            throw unreadable("The body exceeds a limit: at most %d levels of nesting and %d characters a number."
                    .formatted(JsonPolicy.MAX_NESTING_DEPTH, JsonPolicy.MAX_NUMBER_LENGTH));
        } catch (StreamReadException e) {
            throw unreadable(syntaxError(e));
        } catch (JsonMappingException e) {
            throw RefusalException.ofFaults(List.of(new Fault(path(e), "cannot be read")));
        }
        if (!collector.faults().isEmpty()) {
            throw RefusalException.ofFaults(allFaults(collector.faults(), value));
        }
        return value;
    }

    /** What could not be read is null by now, and must not be reported a second time as missing. */
    private List<Fault> allFaults(List<Fault> unread, Object value) {
        Set<String> known = unread.stream().map(Fault::target).collect(Collectors.toSet());
        List<Fault> all = new ArrayList<>(unread);
        ViolationFaults.of(validator.validate(value)).stream()
                .filter(fault -> !known.contains(fault.target()))
                .forEach(all::add);
        return all;
    }

    private static void requireObject(JsonToken first) {
        if (first == null) {
            throw unreadable("The body is empty; a JSON object is required.");
        }
        if (first != JsonToken.START_OBJECT) {
            throw unreadable("The body is not a JSON object.");
        }
    }

    /** Jackson's own messages quote the body and name classes. */
    private static String syntaxError(StreamReadException e) {
        String what = e.getOriginalMessage().startsWith("Duplicate field")
                ? "has a property that stands twice in its object"
                : "is not valid JSON";
        return "The body %s (line %d, column %d)."
                .formatted(what, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/"));
    }

    private static RefusalException unreadable(String message) {
        return new RefusalException(ErrorCode.BAD_REQUEST, message);
    }
}
