package dev.remoteassistance.server.body;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;

/**
 * Measures text in code points, as JSON Schema and so the contract do. The provider's own validator counts UTF-16 units
 * and would refuse text of 256 emoji under a {@code maxLength} of 256.
 */
public final class CodePointSizeValidator implements ConstraintValidator<Size, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
        min = size.min();
        max = size.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
        if (text == null) {
            return true;
        }
        int length = text.codePointCount(0, text.length());
        return min <= length && length <= max;
    }
}
