package dev.remoteassistance.server.auth;

/** Who stands behind an access token. */
public enum CallerKind {
    /** A signed-in user; the token's {@code scp} holds the delegated permissions. */
    USER,
    /** An application without a user; the token's {@code roles} holds its permissions. */
    APP
}
