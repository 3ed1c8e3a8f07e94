package dev.remoteassistance.server.front;

import java.time.Duration;

/**
 * The limits of a listener on its connections.
 *
 * @param maxConnections maximum of open connections; further ones wait until others close
 * @param headerTime how long a TLS handshake and the header of a request may take
 */
public record HttpLimits(int maxConnections, Duration headerTime) {

    /** A connection whose sender is slow takes up to 64 KiB: header, small body, buffers. */
    public static final HttpLimits DEFAULT = new HttpLimits(1_024, Duration.ofSeconds(10));

    public HttpLimits {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("must be at least 1, not " + maxConnections);
        }
    }
}
