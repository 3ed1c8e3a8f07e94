package dev.remoteassistance.server.auth;

import dev.remoteassistance.server.auth.issuer.KeysUnavailableException;
import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import dev.remoteassistance.server.http.RequestRecord;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets only known callers of served tenants pass, before a resource is looked for and long before a body is read. The
 * token counts in the Authorization header alone.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class BearerFilter implements ContainerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BearerFilter.class);
    private static final String PROPERTY = Caller.class.getName();
    private static final String RETRY_AFTER_SECONDS = "10";

    private final AccessTokenVerifier verifier;
    private final TenantPolicy tenants;

    @Inject
    public BearerFilter(AccessTokenVerifier verifier, TenantPolicy tenants) {
        this.verifier = verifier;
        this.tenants = tenants;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String token = BearerToken.in(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .orElseThrow(() -> unauthorized(
                        "The Authorization header must hold one access token: Bearer <token>.", BearerToken.SCHEME));
        Caller caller = verified(token);
        RequestRecord.of(request).tenant(caller.tenantId());
        tenants.refusal(caller.tenantId()).ifPresent(reason -> {
            throw new RefusalException(ErrorCode.FORBIDDEN, reason);
        });
        request.setProperty(PROPERTY, caller);
    }

    private Caller verified(String token) {
        try {
            return verifier.verify(token);
        } catch (InvalidTokenException e) {
            String challenge = "%s error=\"invalid_token\", error_description=\"%s\""
                    .formatted(BearerToken.SCHEME, e.getMessage());
            throw unauthorized(e.getMessage(), challenge);
        } catch (KeysUnavailableException e) {
            // Once for each request, whoever sends it: that the keys are missing is in the log already.
            LOG.debug("The issuer's keys cannot be had: {}", e.getCause().getMessage());
            throw new RefusalException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    "Access tokens cannot be verified at the moment.",
                    Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS));
        }
    }

    private static RefusalException unauthorized(String message, String challenge) {
        return new RefusalException(
                ErrorCode.INVALID_AUTHENTICATION_TOKEN, message, Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }

    /** Returns the caller of a request that this filter has let pass. */
    public static Caller of(ContainerRequestContext request) {
        return (Caller) request.getProperty(PROPERTY);
    }
}
