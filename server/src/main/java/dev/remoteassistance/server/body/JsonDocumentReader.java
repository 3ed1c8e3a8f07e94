package dev.remoteassistance.server.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.Fault;
import dev.remoteassistance.server.http.RefusalException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a JSON document by the model's own JSON policy and collects every fault on the way.
 *
 * <p>A document with no fault of its own goes on to the constraints of the generated interface. One with a fault can go
 * no further, so that its constraints are checked here, and the caller is told everything in one answer.
 */
final class JsonDocumentReader {

    static final String EMPTY = "The body is empty; a JSON object is required.";

    /**
     * More names, values and brackets than this are refused before their tree fills the heap: some need 200 bytes each. A
     * report of ten thousand properties has twenty thousand.
     */
    static final int MAX_TOKENS = 250_000;

    private final ObjectMapper mapper = newMapper();
    private final Validator validator;

    JsonDocumentReader(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads a document.
     *
     * @param json the document, backed by an array
     * @throws RefusalException if it is broken, or breaks a rule of the contract
     */
    <T> T read(ByteBuffer json, Class<T> type) throws IOException {
        FaultCollector collector = new FaultCollector();
        T value = parse(json, type, collector);
        if (!collector.faults().isEmpty()) {
            throw RefusalException.ofFaults(allFaults(collector.faults(), value));
        }
        return value;
    }

    private static ObjectMapper newMapper() {
        JsonMapper mapper = JsonPolicy.newMapper();
        JsonFactory factory = mapper.getFactory();
        factory.setStreamReadConstraints(factory.streamReadConstraints()
                .rebuild()
                .maxTokenCount(MAX_TOKENS)
                .build());
        return mapper;
    }

    private <T> T parse(ByteBuffer json, Class<T> type, FaultCollector collector) throws IOException {
        try (JsonParser parser = mapper.createParser(json.array(), json.position(), json.remaining())) {
            requireObject(parser.nextToken());
            T value = mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .withHandler(collector)
                    .readValue(parser);
            if (parser.nextToken() != null) {
                throw unreadable("The body goes on after the end of its JSON object.");
            }
            return value;
        } catch (JsonMappingException e) {
            // Jackson wraps what it meets below the root.
            if (e.getCause() instanceof JacksonException syntax) {
                throw refusal(syntax);
            }
            collector.faults().add(new Fault(path(e), rule(e)));
            throw RefusalException.ofFaults(collector.faults());
        } catch (JacksonException e) {
            throw refusal(e);
        }
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
            throw unreadable(EMPTY);
        }
        if (first != JsonToken.START_OBJECT) {
            throw unreadable("The body is not a JSON object.");
        }
    }

    private static RefusalException refusal(JacksonException e) {
        return e instanceof StreamConstraintsException limit && isTooManyTokens(limit)
                ? new RefusalException(
                        ErrorCode.REQUEST_ENTITY_TOO_LARGE,
                        "The body has more than %d names, values and brackets.".formatted(MAX_TOKENS))
                : unreadable(syntaxError(e));
    }

    /** Jackson's own messages quote the body and name classes. RefusedReportTest pins the start of that of a duplicate. */
    private static String syntaxError(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "The body exceeds a limit: at most %d levels of nesting and %d digits a number."
                    .formatted(JsonPolicy.MAX_NESTING_DEPTH, JsonPolicy.MAX_NUMBER_LENGTH);
        }
        String what = e.getOriginalMessage().startsWith("Duplicate field")
                ? "has a property that stands twice in its object"
                : "is not valid JSON";
        JsonLocation location = e.getLocation();
        return location == null
                ? "The body %s.".formatted(what)
                : "The body %s (line %d, column %d).".formatted(what, location.getLineNr(), location.getColumnNr());
    }

    /** What Jackson gives up on without asking the collector. */
    private static String rule(JsonMappingException e) {
        if (e.getCause() instanceof NumberFormatException) {
            return "must be a number whose exponent has 32 bits";
        }
        return e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
                ? FaultCollector.rule(mismatch.getTargetType())
                : "cannot be read";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/"));
    }

    /** Jackson names the method that sets the limit, which ManyValuesTest pins. */
    private static boolean isTooManyTokens(StreamConstraintsException e) {
        return e.getOriginalMessage().contains("MaxTokenCount");
    }

    private static RefusalException unreadable(String message) {
        return new RefusalException(ErrorCode.BAD_REQUEST, message);
    }
}
