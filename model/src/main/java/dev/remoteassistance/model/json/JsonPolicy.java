package dev.remoteassistance.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.EnumSet;

/**
 * The JSON policy that server, client and every importer of the model share: what is read is written again.
 *
 * <ul>
 *   <li>Undeclared properties of an open class are kept with every value below them, nulls and numbers beyond double
 *       included; an undeclared property of a closed class is an error, because it could only be lost.
 *   <li>Date-times keep their offset and up to nine fraction digits; a tenth is an error, never cut.
 *   <li>A declared property that is null is the same as an absent one, and is not written.
 *   <li>Nothing is coerced: a number is no string, 1.5 and 1.0 are no integers, text is no boolean, and no scalar is an
 *       object or a list. A number that its type cannot hold is an error, never cut.
 *   <li>A property that occurs twice in an object, text after the end of the document, and a document beyond {@link
 *       #MAX_NESTING_DEPTH}, {@link #MAX_NUMBER_LENGTH} or {@link #MAX_NAME_LENGTH} are errors. A text may be of any
 *       length: whoever reads from strangers bounds the document.
 *   <li>A number keeps its value and its digits, but a zero loses its sign.
 * </ul>
 */
public final class JsonPolicy {

    /** Longest property name that is read, in UTF-16 code units. */
    public static final int MAX_NAME_LENGTH = 50_000;

    /** Deepest nesting of objects and arrays that is read; the root object is level one. */
    public static final int MAX_NESTING_DEPTH = 64;

    /** Longest number that is read, in characters. */
    public static final int MAX_NUMBER_LENGTH = 1_000;

    private JsonPolicy() {}

    /**
     * Returns a new mapper with this policy.
     *
     * @return a mapper that belongs to the caller, who may configure it further; thread-safe once configured
     */
    public static JsonMapper newMapper() {
        return JsonMapper.builder(newFactory())
                .addModule(new JavaTimeModule())
                .addModule(strictScalars().addSerializer(BigDecimal.class, new ReadableNumberSerializer()))
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // Otherwise an undeclared "additionalProperties" could write to the map of that name.
                .disable(MapperFeature.USE_GETTERS_AS_SETTERS)
                .disable(MapperFeature.INFER_PROPERTY_MUTATORS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                // A tree keeps 1.10 as it is: the policy changes no number.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                // NON_NULL for the content too would drop the nulls inside undeclared properties.
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
    }

    private static SimpleModule strictScalars() {
        return StrictNumbers.addTo(new SimpleModule())
                .addDeserializer(OffsetDateTime.class, new StrictDateTimeDeserializer())
                .addDeserializer(
                        String.class,
                        new StrictScalarDeserializer<>(
                                String.class,
                                EnumSet.of(JsonToken.VALUE_STRING),
                                (parser, context) -> parser.getText()))
                .addDeserializer(
                        Boolean.class,
                        new StrictScalarDeserializer<>(
                                Boolean.class,
                                EnumSet.of(JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE),
                                (parser, context) -> parser.getBooleanValue()));
    }

    private static JsonFactory newFactory() {
        JsonFactoryBuilder builder = new JsonFactoryBuilder();
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // All threads of a virtual machine share its table of interned names, which senders would write to.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // An additional property must not be written beside the declared one of the same name.
                .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_NESTING_DEPTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        // Jackson's own limit would refuse texts that a contract allows. The document's size bounds a
                        // text.
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
        return new SeparateNamesFactory(builder);
    }
}
