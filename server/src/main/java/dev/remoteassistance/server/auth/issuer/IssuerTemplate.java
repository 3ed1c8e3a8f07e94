package dev.remoteassistance.server.auth.issuer;

/**
 * The issuer that tokens must name. As in Entra's own metadata, {@code {tenantid}} stands for the token's tenant, so
 * that one tenant's issuer cannot vouch for another tenant.
 *
 * @param template for example {@code https://login.microsoftonline.com/{tenantid}/v2.0}
 */
public record IssuerTemplate(String template) {

    private static final String TENANT = "{tenantid}";

    /** Refuses what no token can name. */
    public IssuerTemplate {
        if (!template.matches("https?://[^\\s{}]+(\\{tenantid\\}[^\\s{}]*)?")) {
            throw new IllegalArgumentException("must be an address, with no other placeholder than " + TENANT);
        }
    }

    /** Tells whether the issuer of a token is this one, for the tenant that the token names. */
    public boolean matches(String issuer, String tenantId) {
        return template.contains(TENANT)
                ? tenantId != null && template.replace(TENANT, tenantId).equals(issuer)
                : template.equals(issuer);
    }

    /** Returns the issuer of a tenant's tokens. */
    public String of(String tenantId) {
        return template.replace(TENANT, tenantId);
    }
}
