package dev.remoteassistance.peers.spring;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * Validators for the contract's rules about the text of a date-time. The generator puts these rules on the parsed
 * date-time, for which Bean Validation has no validators. They accept everything, because Jackson has parsed the text
 * already.
 */
public final class DateTimeText {

    private DateTimeText() {}

    /** Accepts every date-time, in place of a check of its pattern. */
    public static final class OfPattern implements ConstraintValidator<Pattern, OffsetDateTime> {

        @Override
        public boolean isValid(OffsetDateTime value, ConstraintValidatorContext context) {
            return true;
        }
    }

    /** Accepts every date-time, in place of a check of its length. */
    public static final class OfSize implements ConstraintValidator<Size, OffsetDateTime> {

        @Override
        public boolean isValid(OffsetDateTime value, ConstraintValidatorContext context) {
            return true;
        }
    }
}
