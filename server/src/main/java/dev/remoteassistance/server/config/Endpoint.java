package dev.remoteassistance.server.config;

/**
 * The address and port that a server listens on.
 *
 * @param host host name or address to bind to
 * @param port TCP port; 0 picks a free one
 */
public record Endpoint(String host, int port) {

    /** Address that can be reached from this machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    public Endpoint {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("must be 0 to 65535, not " + port);
        }
    }

    public static Endpoint onLoopback(int port) {
        return new Endpoint(LOOPBACK, port);
    }
}
