package dev.remoteassistance.server.front.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reloads the certificate and key when their files change. Open connections keep the old certificate until they end.
 *
 * <p>Compares the content, not the time of the files: a mounted secret changes by a link, and two writes can fall into
 * one tick. Reloads only content that has not changed between two looks, because the two files are never replaced at
 * the same moment.
 */
public final class ReloadingCertificate extends AbstractLifeCycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReloadingCertificate.class);
    private static final long PERIOD_SECONDS = 1;

    private final TlsFiles files;
    private final SslContextFactory.Server context = new SslContextFactory.Server();

    /** Password of a key store that exists in memory only. */
    private final String password = UUID.randomUUID().toString();

    private final Scheduler scheduler = new ScheduledExecutorScheduler("certificate", true);
    private byte[] taken;
    private byte[] seen;

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException if they cannot be used
     */
    public ReloadingCertificate(TlsFiles files) {
        this.files = files;
        taken = digest();
        seen = taken;
        context.setKeyStore(files.read().toKeyStore(password));
        context.setKeyStorePassword(password);
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    }

    /** Returns the TLS context for listeners. */
    public SslContextFactory.Server context() {
        return context;
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        lookAgainLater();
    }

    @Override
    protected void doStop() throws Exception {
        scheduler.stop();
    }

    private void lookAgainLater() {
        scheduler.schedule(this::look, PERIOD_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        byte[] now = digest();
        boolean settled = Arrays.equals(now, seen);
        seen = now;
        if (settled && !Arrays.equals(now, taken)) {
            // Set also if the new content is broken, so that this is logged once.
            taken = now;
            reload();
        }
        lookAgainLater();
    }

    private void reload() {
        try {
            ServerIdentity identity = files.read();
            context.reload(factory -> factory.setKeyStore(identity.toKeyStore(password)));
            LOG.info(
                    "The new certificate is in use, which expires at {}",
                    identity.certificate().expiry());
        } catch (Exception e) {
            LOG.error(
                    "The new certificate or its key cannot be used, the earlier one stays in use. One of {} and {}: it {}",
                    files.certificate(),
                    files.privateKey(),
                    e.getMessage());
        }
    }

    /** Returns the digest of both files; that of no content if one cannot be read. */
    private byte[] digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try {
                digest.update(Files.readAllBytes(files.certificate()));
                digest.update(Files.readAllBytes(files.privateKey()));
            } catch (IOException e) {
                digest.reset();
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
