package dev.remoteassistance.model.jackson3;

import dev.remoteassistance.model.json.JsonPolicy;
import dev.remoteassistance.model.text.NumberText;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/** Writes numbers in a form that can be read again. */
final class ReadableNumberSerializer extends StdScalarSerializer<BigDecimal> {

    ReadableNumberSerializer() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator generator, SerializationContext context) {
        Optional<String> other = NumberText.otherForm(number, JsonPolicy.MAX_NUMBER_LENGTH);
        if (other.isPresent()) {
            generator.writeNumber(other.get());
        } else {
            generator.writeNumber(number);
        }
    }
}
