package dev.remoteassistance.server.body;

import jakarta.validation.Configuration;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Validation;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Configures Bean Validation by the contract's rules, independently of the server's locale. */
public final class ContractValidation {

    private ContractValidation() {}

    public static Configuration<?> configuration() {
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure();
        ConstraintMapping sizes = configuration.createConstraintMapping();
        sizes.constraintDefinition(Size.class)
                .includeExistingValidators(true)
                .validatedBy(CodePointSizeValidator.class);
        return configuration
                .ignoreXmlConfiguration()
                // The cache would be made for each request, and its keys cost more than the answers that it holds.
                .enableTraversableResolverResultCache(false)
                .addMapping(sizes)
                .defaultLocale(Locale.ENGLISH)
                // Interpolates no expressions, so that no library of the expression language is needed.
                .messageInterpolator(new ParameterMessageInterpolator());
    }

    /** Counts code points, as JSON Schema does. The provider's own validator counts UTF-16 units: 256 for 128 emoji. */
    public static final class CodePointSizeValidator implements ConstraintValidator<Size, String> {

        private int min;
        private int max;

        @Override
        public void initialize(Size size) {
            min = size.min();
            max = size.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            int length = text == null ? min : text.codePointCount(0, text.length());
            return min <= length && length <= max;
        }
    }
}
