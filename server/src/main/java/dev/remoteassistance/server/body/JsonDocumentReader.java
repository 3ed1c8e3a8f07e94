package dev.remoteassistance.server.body;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RefusalException.Fault;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a JSON document by the model's JSON policy and collects every fault in it.
 *
 * <p>If there is none, Jersey validates the document by the constraints of the generated interface. If there is one,
 * the document never gets there, so its constraints are checked here: the caller learns everything in one answer.
 */
final class JsonDocumentReader {

    static final String EMPTY = "The body is empty; a JSON object is required.";

    /**
     * Maximum number of names, values and brackets. A tree of more could fill the heap, since some take 200 bytes each.
     * A report of ten thousand properties has twenty thousand.
     */
    static final int MAX_TOKENS = 250_000;

    private final JsonMapper mapper = JsonPolicy.newMapper();
    private final Validator validator;

    JsonDocumentReader(Validator validator) {
        this.validator = validator;
        JsonFactory factory = mapper.getFactory();
        factory.setStreamReadConstraints(factory.streamReadConstraints()
                .rebuild()
                .maxTokenCount(MAX_TOKENS)
                .build());
    }

    /**
     * Reads a document.
     *
     * @param json the document, backed by an array
     * @throws RefusalException if it is malformed, or breaks a rule of the contract
     */
    <T> T read(ByteBuffer json, Class<T> type) throws IOException {
        FaultCollector collector = new FaultCollector();
        T value = parse(json, type, collector);
        if (!collector.faults().isEmpty()) {
            throw RefusalException.ofFaults(allFaults(collector.faults(), value));
        }
        return value;
    }

    private <T> T parse(ByteBuffer json, Class<T> type, FaultCollector collector) throws IOException {
        try (JsonParser parser = mapper.createParser(json.array(), json.position(), json.remaining())) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw unreadable(first == null ? EMPTY : "The body is not a JSON object.");
            }
            T value = mapper.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .withHandler(collector)
                    .readValue(parser);
            if (parser.nextToken() != null) {
                throw unreadable("The body goes on after the end of its JSON object.");
            }
            return value;
        } catch (JsonMappingException e) {
            // Jackson wraps exceptions from below the root.
            if (e.getCause() instanceof JacksonException syntax) {
                throw refusal(syntax);
            }
            collector.faults().add(new Fault(path(e), rule(e)));
            throw RefusalException.ofFaults(collector.faults());
        } catch (JacksonException e) {
            throw refusal(e);
        }
    }

    /** Adds the broken constraints. A value that could not be read is null, and is not reported again as missing. */
    private List<Fault> allFaults(List<Fault> unread, Object value) {
        Set<String> known = unread.stream().map(Fault::target).collect(Collectors.toSet());
        List<Fault> all = new ArrayList<>(unread);
        ViolationFaults.of(validator.validate(value)).stream()
                .filter(fault -> !known.contains(fault.target()))
                .forEach(all::add);
        return all;
    }

    private static RefusalException refusal(JacksonException e) {
        return e instanceof StreamConstraintsException limit
                        && limit.getOriginalMessage().contains("MaxTokenCount")
                ? new RefusalException(
                        ErrorCode.REQUEST_ENTITY_TOO_LARGE,
                        "The body has more than %d names, values and brackets.".formatted(MAX_TOKENS))
                : unreadable(syntaxError(e));
    }

    /** Replaces Jackson's message, which quotes the body and names classes. Tests pin the words looked for in it. */
    private static String syntaxError(JacksonException e) {
        if (e instanceof StreamConstraintsException && e.getOriginalMessage().contains("hash collisions")) {
            return "The body has too many property names whose hashes are equal.";
        }
        if (e instanceof StreamConstraintsException) {
            return "The body exceeds a limit: at most %d levels of nesting, %d digits a number and %d characters a name."
                    .formatted(JsonPolicy.MAX_NESTING_DEPTH, JsonPolicy.MAX_NUMBER_LENGTH, JsonPolicy.MAX_NAME_LENGTH);
        }
        String what = e.getOriginalMessage().startsWith("Duplicate field")
                ? "has a property that occurs twice in its object"
                : "is not valid JSON";
        JsonLocation location = e.getLocation();
        return location == null
                ? "The body %s.".formatted(what)
                : "The body %s (line %d, column %d).".formatted(what, location.getLineNr(), location.getColumnNr());
    }

    /** Returns the rule for a fault that Jackson throws without asking the collector. */
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

    private static RefusalException unreadable(String message) {
        return new RefusalException(ErrorCode.BAD_REQUEST, message);
    }
}
