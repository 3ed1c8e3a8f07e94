package dev.remoteassistance.server.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides which tenants are served. Takes the place of the Intune licence that Graph requires of a tenant. */
public final class TenantPolicy {

    /** The directory of all personal Microsoft accounts. */
    private static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private final Optional<Set<String>> allowed;

    private TenantPolicy(Optional<Set<String>> allowed) {
        this.allowed = allowed;
    }

    /** Returns a policy that serves only these tenants. Ids are compared without regard to case. */
    public static TenantPolicy of(Set<String> tenantIds) {
        return new TenantPolicy(
                Optional.of(tenantIds.stream().map(TenantPolicy::normal).collect(Collectors.toUnmodifiableSet())));
    }

    /**
     * Returns a policy that serves every organization for which the issuer signs tokens. For development, where the
     * issuer is our own.
     */
    public static TenantPolicy anyOrganization() {
        return new TenantPolicy(Optional.empty());
    }

    /** Returns why a tenant is not served, in words for the caller; empty if it is served. */
    public Optional<String> refusal(String tenantId) {
        if (normal(tenantId).equals(PERSONAL_ACCOUNTS)) {
            return Optional.of("Personal Microsoft accounts are not supported.");
        }
        if (allowed.isPresent() && !allowed.get().contains(normal(tenantId))) {
            return Optional.of("The tenant is not served here.");
        }
        return Optional.empty();
    }

    private static String normal(String tenantId) {
        return tenantId.toLowerCase(Locale.ROOT);
    }
}
