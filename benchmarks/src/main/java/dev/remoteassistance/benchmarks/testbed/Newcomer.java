package dev.remoteassistance.benchmarks.testbed;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** A client that opens a TLS connection while attackers hold theirs. */
public final class Newcomer extends Thread {

    private final URI target;
    private final Duration longestWait;
    private volatile Duration waited;

    public Newcomer(URI target, Duration longestWait) {
        super("newcomer");
        setDaemon(true);
        this.target = target;
        this.longestWait = longestWait;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        int timeout = (int) longestWait.toMillis();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(target.getHost(), target.getPort()), timeout);
            plain.setSoTimeout(timeout);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverybody()}, null);
            SSLSocket socket = (SSLSocket)
                    context.getSocketFactory().createSocket(plain, target.getHost(), target.getPort(), true);
            socket.startHandshake();
            waited = Duration.ofNanos(System.nanoTime() - start);
        } catch (java.io.IOException | GeneralSecurityException notLetIn) {
            waited = longestWait;
        }
    }

    public boolean isWaiting() {
        return waited == null;
    }

    /** Returns the time until the handshake was complete; the longest wait if it never was. */
    public Duration waited() {
        return waited;
    }

    /** Trusts every certificate, because the server is on loopback and its certificate was made for this run. */
    private static final class TrustEverybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Accepts every server.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
