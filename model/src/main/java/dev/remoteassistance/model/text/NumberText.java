package dev.remoteassistance.model.text;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Numbers in a form that can be read again. {@link BigDecimal#toString()} puts the point after the first digit. That
 * moves the exponent of a number like {@code 12E2147483647} beyond the 32 bits that BigDecimal itself accepts, and makes
 * a long number like {@code 12…89E1} longer than it was read.
 */
public final class NumberText {

    private NumberText() {}

    /**
     * Returns the form to write where {@link BigDecimal#toString()} could not be read again. It is never longer than the
     * one that was read.
     *
     * @param maxLength longest number that is read, in characters
     * @return empty if {@link BigDecimal#toString()} can be read again
     */
    public static Optional<String> otherForm(BigDecimal number, int maxLength) {
        String usual = number.toString();
        long exponent = (long) number.precision() - 1 - number.scale();
        boolean readable = Math.abs(exponent) <= Integer.MAX_VALUE;
        if (readable && usual.length() <= maxLength) {
            return Optional.empty();
        }
        String digits = number.unscaledValue().toString();
        String withoutPoint = digits + "E" + -(long) number.scale();
        String withPoint = digits.replaceFirst("(?<=^-?[0-9])(?=[0-9])", ".") + "E" + exponent;
        return Optional.of(
                !readable || withoutPoint.length() < withPoint.length()
                        ? withoutPoint
                        : withPoint.length() < usual.length() ? withPoint : usual);
    }
}
