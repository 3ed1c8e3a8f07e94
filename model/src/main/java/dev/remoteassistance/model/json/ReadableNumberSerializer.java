package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import dev.remoteassistance.model.text.NumberText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;

/** Writes numbers in a form that can be read again. */
final class ReadableNumberSerializer extends StdScalarSerializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    ReadableNumberSerializer() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator generator, SerializerProvider provider) throws IOException {
        Optional<String> other = NumberText.otherForm(number, JsonPolicy.MAX_NUMBER_LENGTH);
        if (other.isPresent()) {
            generator.writeNumber(other.get());
        } else {
            generator.writeNumber(number);
        }
    }
}
