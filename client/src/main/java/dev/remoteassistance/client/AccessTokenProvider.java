package dev.remoteassistance.client;

/** Provides the client with access tokens, typically from the token cache of an authentication library. */
@FunctionalInterface
public interface AccessTokenProvider {

    /**
     * Returns an access token that is valid now. Called once for each attempt, on the thread that makes it, so that a
     * retry does not carry a token that has expired meanwhile. What it throws ends the call and reaches the caller.
     *
     * @return the token itself, without {@code Bearer}; never null
     */
    String accessToken();
}
