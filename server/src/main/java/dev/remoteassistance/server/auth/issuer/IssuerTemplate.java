package dev.remoteassistance.server.auth.issuer;

/**
 * The issuer that tokens must name. As in Entra's own metadata, {@code {tenantid}} stands for the token's tenant, so
 * that the issuer of one tenant cannot issue tokens for another.
 *
 * @param template for example {@code https://login.microsoftonline.com/{tenantid}/v2.0}
 */
public record IssuerTemplate(String template) {

    private static final String TENANT = "{tenantid}";

    /** Refuses a template that no issuer can match. */
    public IssuerTemplate {
        if (!template.matches("https?://[^\\s{}]+(\\{tenantid\\}[^\\s{}]*)?")) {
            throw new IllegalArgumentException("must be an address, with no other placeholder than " + TENANT);
        }
    }

    /** Returns whether a token's issuer matches this template for the tenant that the token names. */
    public boolean matches(String issuer, String tenantId) {
        return template.contains(TENANT)
                ? tenantId != null && template.replace(TENANT, tenantId).equals(issuer)
                : template.equals(issuer);
    }

    /** Returns the issuer that a tenant's tokens name. */
    public String of(String tenantId) {
        return template.replace(TENANT, tenantId);
    }
}
