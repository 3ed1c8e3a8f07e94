package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes numbers so that they can be read again. {@link BigDecimal} moves the point behind the first digit, and by that
 * the exponent of a number like {@code 12E2147483647} out of the 32 bits that it accepts itself.
 */
final class ReadableNumberSerializer extends StdScalarSerializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    ReadableNumberSerializer() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator generator, SerializerProvider provider) throws IOException {
        long exponent = (long) number.precision() - 1 - number.scale();
        if (Math.abs(exponent) <= Integer.MAX_VALUE) {
            generator.writeNumber(number);
        } else {
            generator.writeNumber(number.unscaledValue() + "E" + -(long) number.scale());
        }
    }
}
