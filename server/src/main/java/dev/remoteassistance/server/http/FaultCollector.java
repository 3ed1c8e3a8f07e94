package dev.remoteassistance.server.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lets Jackson read on after a fault, so that the caller learns of all of them at once. One for each document. */
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
        faults.add(new Fault(target(parser), "is not declared in the contract"));
        parser.skipChildren();
        return true;
    }

    @Override
    public Object handleWeirdStringValue(
            DeserializationContext context, Class<?> targetType, String value, String rule) {
        faults.add(new Fault(target(context.getParser()), rule));
        return null;
    }

    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType targetType, JsonToken token, JsonParser parser, String message)
            throws IOException {
        faults.add(new Fault(target(parser), "must be " + kind(targetType)));
        parser.skipChildren();
        return null;
    }

    @Override
    public Object handleMissingInstantiator(
            DeserializationContext context,
            Class<?> targetType,
            ValueInstantiator instantiator,
            JsonParser parser,
            String message)
            throws IOException {
        if (instantiator != null && instantiator.canCreateFromString()) {
            // An enum: the empty text is none of its members, so that validation will tell which ones there are.
            parser.skipChildren();
            return instantiator.createFromString(context, "");
        }
        return handleUnexpectedToken(context, context.constructType(targetType), null, parser, message);
    }

    private static String target(JsonParser parser) {
        return parser.getParsingContext().pathAsPointer().toString().replaceFirst("^/", "");
    }

    private static String kind(JavaType type) {
        if (type.isContainerType()) {
            return "an array";
        }
        String javaPackage = type.getRawClass().getPackageName();
        return javaPackage.startsWith("java.") ? "a string" : "an object";
    }
}
