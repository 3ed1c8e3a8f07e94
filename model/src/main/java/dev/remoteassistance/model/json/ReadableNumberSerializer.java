package dev.remoteassistance.model.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes numbers in a form that can be read again. {@link BigDecimal#toString()} puts the point after the first digit.
 * That moves the exponent of a number like {@code 12E2147483647} beyond the 32 bits that BigDecimal itself accepts, and
 * makes a long number like {@code 12…89E1} longer than {@link JsonPolicy#MAX_NUMBER_LENGTH}. In these cases another
 * form is written, which is never longer than the one that was read.
 */
final class ReadableNumberSerializer extends StdScalarSerializer<BigDecimal> {

    private static final long serialVersionUID = 1L;

    ReadableNumberSerializer() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal number, JsonGenerator generator, SerializerProvider provider) throws IOException {
        String usual = number.toString();
        long exponent = (long) number.precision() - 1 - number.scale();
        boolean readable = Math.abs(exponent) <= Integer.MAX_VALUE;
        if (readable && usual.length() <= JsonPolicy.MAX_NUMBER_LENGTH) {
            generator.writeNumber(number);
            return;
        }
        String digits = number.unscaledValue().toString();
        String withoutPoint = digits + "E" + -(long) number.scale();
        String withPoint = digits.replaceFirst("(?<=^-?[0-9])(?=[0-9])", ".") + "E" + exponent;
        generator.writeNumber(
                !readable || withoutPoint.length() < withPoint.length()
                        ? withoutPoint
                        : withPoint.length() < usual.length() ? withPoint : usual);
    }
}
