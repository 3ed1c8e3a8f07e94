package dev.remoteassistance.server.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import dev.remoteassistance.server.http.RefusalException.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Collects faults while Jackson reads on, so that the caller learns all of them at once. Made for each document. */
final class FaultCollector extends DeserializationProblemHandler {

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser parser,
            JsonDeserializer<?> deserializer,
            Object beanOrClass,
            String name)
            throws IOException {
        faults.add(new Fault(target(parser.getParsingContext()), "is not declared in the contract"));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(
            DeserializationContext context, Class<?> targetType, String value, String rule) {
        faults.add(new Fault(target(context.getParser().getParsingContext()), rule));
        return null;
    }

    @Override
    public Object handleWeirdNumberValue(
            DeserializationContext context, Class<?> targetType, Number value, String rule) {
        faults.add(new Fault(target(context.getParser().getParsingContext()), rule));
        return null;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType targetType, JsonToken token, JsonParser parser, String message)
            throws IOException {
        ValueInstantiator instantiator =
                context.findRootValueDeserializer(targetType) instanceof ValueInstantiator.Gettable gettable
                        ? gettable.getValueInstantiator()
                        : null;
        return handleMissingInstantiator(context, targetType.getRawClass(), instantiator, parser, message);
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> targetType,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        String target = skipValue(parser);
        if (instantiator != null && instantiator.canCreateFromString()) {
            // An enum: the empty text is none of its members, so validation reports it and names the members.
            return instantiator.createFromString(context, "");
        }
        faults.add(new Fault(target, rule(targetType)));
        return null;
    }

    /** Skips to the end of the value and returns its path. In an object, Jackson may have entered the first field. */
    private static String skipValue(JsonParser parser) throws IOException {
        if (!parser.hasToken(JsonToken.FIELD_NAME)) {
            String target = target(parser.getParsingContext());
            parser.skipChildren();
            return target;
        }
        String target = target(parser.getParsingContext().getParent());
        while (parser.hasToken(JsonToken.FIELD_NAME)) {
            parser.nextToken();
            parser.skipChildren();
            parser.nextToken();
        }
        return target;
    }

    private static String target(JsonStreamContext place) {
        return place.pathAsPointer().toString().replaceFirst("^/", "");
    }

    /** Returns the rule for the JSON type of a value that is read into this class. */
    static String rule(Class<?> type) {
        if (type == Boolean.class) {
            return "must be true or false";
        }
        if (Number.class.isAssignableFrom(type)) {
            return type == BigDecimal.class ? "must be a number" : "must be an integer";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return Map.class.isAssignableFrom(type) || !type.getPackageName().startsWith("java.")
                ? "must be an object"
                : "must be a string";
    }
}
