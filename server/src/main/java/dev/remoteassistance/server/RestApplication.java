package dev.remoteassistance.server;

import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.BearerFilter;
import dev.remoteassistance.server.auth.PermissionFilter;
import dev.remoteassistance.server.auth.TenantPolicy;
import dev.remoteassistance.server.contract.Contract;
import dev.remoteassistance.server.http.CompletionExceptionMapper;
import dev.remoteassistance.server.http.ConstraintViolationMapper;
import dev.remoteassistance.server.http.ErrorBody;
import dev.remoteassistance.server.http.ErrorResponses;
import dev.remoteassistance.server.http.JsonBodyReader;
import dev.remoteassistance.server.http.JsonBodyWriter;
import dev.remoteassistance.server.http.MediaTypeFilter;
import dev.remoteassistance.server.http.OperationFilter;
import dev.remoteassistance.server.http.RefusalMapper;
import dev.remoteassistance.server.http.RequestBody;
import dev.remoteassistance.server.http.RequestIdFilter;
import dev.remoteassistance.server.http.UnexpectedExceptionMapper;
import dev.remoteassistance.server.http.WebApplicationExceptionMapper;
import dev.remoteassistance.server.http.throttle.Throttle;
import dev.remoteassistance.server.http.throttle.ThrottleFilter;
import dev.remoteassistance.server.http.validation.ContractValidation;
import dev.remoteassistance.server.http.wire.LargeBodies;
import dev.remoteassistance.server.report.ReportResource;
import dev.remoteassistance.server.report.StoreUnavailableMapper;
import dev.remoteassistance.server.store.ReportStore;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import jakarta.validation.Configuration;
import java.util.Optional;
import org.glassfish.hk2.api.Factory;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.validation.ValidationFeature;

/** All that JAX-RS knows of. Nothing is discovered: what is not listed here is not there. */
final class RestApplication extends ResourceConfig {

    RestApplication(
            Contract contract,
            ErrorBody errorBody,
            AccessTokenVerifier verifier,
            TenantPolicy tenants,
            ReportStore store,
            MeterRegistry metrics,
            Optional<Throttle> throttle) {
        property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        property(ServerProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        property(ServerProperties.WADL_FEATURE_DISABLE, true);
        property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        register(ValidationFeature.class);

        // In the order of a request.
        register(RequestIdFilter.class);
        register(BearerFilter.class);
        // Not there at all unless wanted, so that whoever does without pays nothing.
        throttle.ifPresent(shares -> register(ThrottleFilter.class));
        register(OperationFilter.class);
        register(PermissionFilter.class);
        register(MediaTypeFilter.class);
        register(JsonBodyReader.class);
        register(ReportResource.class);

        register(RefusalMapper.class);
        register(ConstraintViolationMapper.class);
        register(StoreUnavailableMapper.class);
        register(WebApplicationExceptionMapper.class);
        register(CompletionExceptionMapper.class);
        register(UnexpectedExceptionMapper.class);
        register(JsonBodyWriter.class);

        register(new AbstractBinder() {
            @Override
            protected void configure() {
                bind(contract).to(Contract.class);
                bind(errorBody).to(ErrorBody.class);
                bind(verifier).to(AccessTokenVerifier.class);
                bind(tenants).to(TenantPolicy.class);
                bind(store).to(ReportStore.class);
                bind(metrics).to(MeterRegistry.class);
                throttle.ifPresent(shares -> bind(shares).to(Throttle.class));
                // Before Jersey's own, which knows nothing of names on the wire.
                bindFactory(ValidationConfiguration.class)
                        .to(Configuration.class)
                        .in(Singleton.class)
                        .ranked(1);
                bind(ErrorResponses.class).to(ErrorResponses.class).in(Singleton.class);
                bind(LargeBodies.ofHeap()).to(LargeBodies.class);
                bind(RequestBody.class).to(RequestBody.class).in(Singleton.class);
            }
        });
    }

    /** Makes the configuration that Jersey builds its validators from. */
    static final class ValidationConfiguration implements Factory<Configuration<?>> {
        @Override
        public Configuration<?> provide() {
            return ContractValidation.configuration();
        }

        @Override
        public void dispose(Configuration<?> configuration) {
            // It holds nothing.
        }
    }
}
