package dev.remoteassistance.server.auth;

/**
 * The issuer that tokens must name. As in Entra's own metadata, {@code {tenantid}} stands for the token's tenant, so
 * that one tenant's issuer cannot vouch for another tenant.
 *
 * @param template for example {@code https://login.microsoftonline.com/{tenantid}/v2.0}
 */
public record IssuerTemplate(String template) {

    private static final String TENANT = "{tenantid}";

    boolean matches(String issuer, String tenantId) {
        return template.contains(TENANT)
                ? tenantId != null && template.replace(TENANT, tenantId).equals(issuer)
                : template.equals(issuer);
    }

    String of(String tenantId) {
        return template.replace(TENANT, tenantId);
    }
}
