package dev.remoteassistance.contract.state;

/**
 * The names of the states that consumers ask the provider to prepare, shared so that both sides spell them alike. Each
 * state yields the access token of the request as {@value #TOKEN}.
 */
public final class ProviderStates {

    public static final String PROVIDER = "remote-assistance-server";

    public static final String TOKEN = "token";

    public static final String USER_MAY_REPORT = "a user may report";
    public static final String APP_MAY_REPORT = "an application may report";

    /** Takes the permission as {@value #PERMISSION}. */
    public static final String USER_WITH_PERMISSION = "a user has the permission";

    /** Takes the permission as {@value #PERMISSION}. */
    public static final String APP_WITH_PERMISSION = "an application has the permission";

    public static final String PERMISSION = "permission";

    /** Takes the payload that was sent before as {@value #REPORT}. */
    public static final String USER_HAS_REPORTED = "a user may report and has reported";

    public static final String REPORT = "report";

    public static final String USER_LACKS_PERMISSION = "a user lacks the permission to report";
    public static final String ROLES_OF_A_USER = "a user has the permission as a role only";
    public static final String TENANT_IS_NOT_SERVED = "the user's tenant is not served";
    public static final String TOKEN_HAS_EXPIRED = "the user's token has expired";
    public static final String TOKEN_OF_ANOTHER_AUDIENCE = "the user's token is for another API";
    public static final String TOKEN_OF_A_STRANGER = "the user's token is signed by a stranger";
    public static final String TENANT_IS_THROTTLED = "the user's tenant has sent more requests than its share";
    public static final String STORE_IS_DOWN = "the store cannot be reached";
    public static final String SERVER_HAS_A_FAULT = "the server has a fault";
    public static final String REPORT_IS_STORED = "a report is stored";

    /** Takes the payloads that the tenant has reported, in the order of their arrival, as {@value #REPORTS}. */
    public static final String TENANT_HAS_SESSIONS = "a user may read, and the tenant has these sessions";

    public static final String REPORTS = "reports";

    private ProviderStates() {}
}
