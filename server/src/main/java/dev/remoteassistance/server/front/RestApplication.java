package dev.remoteassistance.server.front;

import dev.remoteassistance.server.body.ContractValidation;
import dev.remoteassistance.server.body.JsonBody;
import dev.remoteassistance.server.body.ParameterValues;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.report.QuestionExecutor;
import dev.remoteassistance.server.report.ReportResource;
import dev.remoteassistance.server.report.SessionReportResource;
import dev.remoteassistance.server.store.ReportStore;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.validation.Configuration;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.validation.ValidationFeature;

/** Registers everything that JAX-RS uses. Discovery is off: what is not registered here is not used. */
public final class RestApplication extends ResourceConfig {

    /** The classes that a request passes inside JAX-RS, in this order. */
    static final List<Class<?>> STATIONS = List.of(JsonBody.class, ValidationFeature.class, ReportResource.class);

    /** The resources for the contract's tags. */
    public static final Set<Class<?>> RESOURCES = Set.of(ReportResource.class, SessionReportResource.class);

    public RestApplication(
            ErrorBody errorBody,
            ReportStore store,
            QuestionExecutor questions,
            Clock clock,
            MeterRegistry metrics,
            Set<Class<?>> resources) {
        property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        property(ServerProperties.WADL_FEATURE_DISABLE, true);

        register(JsonBody.class);
        register(ParameterValues.class);
        register(ValidationFeature.class);
        resources.forEach(this::register);
        register(FailureMapper.class);
        register(FailureMapper.OfValidation.class);

        register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(errorBody).to(ErrorBody.class);
                bind(store).to(ReportStore.class);
                bind(questions).to(QuestionExecutor.class);
                bind(clock).to(Clock.class);
                bind(metrics).to(MeterRegistry.class);
                // Ranked before Jersey's own, which counts text in UTF-16 units and uses the machine's language.
                bind(ContractValidation.configuration()).to(Configuration.class).ranked(1);
            }
        });
    }
}
