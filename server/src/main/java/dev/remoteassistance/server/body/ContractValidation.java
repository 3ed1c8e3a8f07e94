package dev.remoteassistance.server.body;

import jakarta.validation.Configuration;
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
                .validatedBy(CodePointSizeValidator.class);
        return configuration
                .ignoreXmlConfiguration()
                // Which would be made anew for each request, to remember answers that cost less than its keys.
                .enableTraversableResolverResultCache(false)
                .addMapping(sizes)
                .defaultLocale(Locale.ENGLISH)
                // Fixed texts only, so that the expression language can be left out.
                .messageInterpolator(new ParameterMessageInterpolator());
    }
}
