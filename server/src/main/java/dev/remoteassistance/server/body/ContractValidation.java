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

/** Bean Validation as the contract means it, whatever locale the server runs in. */
public final class ContractValidation {

    private ContractValidation() {}

    public static Configuration<?> configuration() {
        HibernateValidatorConfiguration configuration =
                Validation.byProvider(HibernateValidator.class).configure();
        ConstraintMapping sizes = configuration.createConstraintMapping();
        sizes.constraintDefinition(Size.class)
                .includeExistingValidators(true)
                .validatedBy(CodePointSize.class);
        return configuration
                .ignoreXmlConfiguration()
                // Which would be made anew for each request, to remember answers that cost less than its keys.
                .enableTraversableResolverResultCache(false)
                .addMapping(sizes)
                .defaultLocale(Locale.ENGLISH)
                // Fixed texts only, so that the expression language can be left out.
                .messageInterpolator(new ParameterMessageInterpolator());
    }

    /**
     * Measures text in code points, as JSON Schema and so the contract do. The provider's own validator counts UTF-16
     * units and would refuse text of 256 emoji under a {@code maxLength} of 256.
     */
    public static final class CodePointSize implements ConstraintValidator<Size, String> {

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
}
