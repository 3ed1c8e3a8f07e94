package dev.remoteassistance.server.auth;

/** The two kinds of caller that an access token can name. */
public enum CallerKind {
    /** A signed-in user; the token's {@code scp} holds the delegated permissions. */
    USER,
    /** An application without a user; the token's {@code roles} holds its permissions. */
    APP
}
