package dev.remoteassistance.peers.quarkus;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;

/**
 * The generator puts the contract's rules for the text of a date-time onto the date-time, which Bean Validation has no
 * validators for. What Jackson has read as one has had the text of one.
 */
public final class DateTimeText {

    private DateTimeText() {}

    /** Its pattern. */
    public static final class OfPattern implements ConstraintValidator<Pattern, OffsetDateTime> {

        @Override
        public boolean isValid(OffsetDateTime value, ConstraintValidatorContext context) {
            return true;
        }
    }

    /** Its length. */
    public static final class OfSize implements ConstraintValidator<Size, OffsetDateTime> {

        @Override
        public boolean isValid(OffsetDateTime value, ConstraintValidatorContext context) {
            return true;
        }
    }
}
