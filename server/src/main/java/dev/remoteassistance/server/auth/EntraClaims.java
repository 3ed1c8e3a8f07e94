package dev.remoteassistance.server.auth;

/** Names that Microsoft Entra gives to the claims of its access tokens, and values that stand in them. */
final class EntraClaims {

    static final String TENANT = "tid";
    static final String OBJECT = "oid";
    /** The calling application in tokens of version 2. */
    static final String AUTHORIZED_PARTY = "azp";
    /** The calling application in tokens of version 1. */
    static final String APP_ID = "appid";
    /** Delegated permissions, one string with blanks between them. */
    static final String SCOPES = "scp";
    /** Application permissions of an application; of a user, roles within the application. */
    static final String ROLES = "roles";

    static final String TOKEN_KIND = "idtyp";
    static final String TOKEN_KIND_APP = "app";
    static final String TOKEN_KIND_USER = "user";

    /** The directory of all personal Microsoft accounts. */
    static final String PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad";

    private EntraClaims() {}
}
