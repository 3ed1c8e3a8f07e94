package dev.remoteassistance.model.jackson3;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The rules of {@link dev.remoteassistance.model.json.JsonPolicy} for values, by the settings of Jackson 3. */
final class PolicyMapper {

    static final JsonMapper INSTANCE = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addDeserializer(OffsetDateTime.class, new StrictDateTimeDeserializer())
                    .addSerializer(BigDecimal.class, new ReadableNumberSerializer()))
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            // Otherwise an undeclared property "additionalProperties" could write to the map of that name.
            .disable(MapperFeature.USE_GETTERS_AS_SETTERS)
            .disable(MapperFeature.INFER_PROPERTY_MUTATORS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // The other mapper decides what may follow the value, and when its generator is flushed.
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            // NON_NULL for the content too would drop the nulls inside undeclared properties.
            .changeDefaultPropertyInclusion(
                    any -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private PolicyMapper() {}
}
