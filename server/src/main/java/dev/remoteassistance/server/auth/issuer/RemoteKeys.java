package dev.remoteassistance.server.auth.issuer;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds the key set that an issuer publishes. Looks it up in the background, and at once for a token whose key is not
 * in it; only such a token waits for the issuer. An answer that is no key set never replaces the known one.
 *
 * <p>Nimbus' own {@code JWKSourceBuilder} fails KeyFaultTest and KeyRotationTest: while the issuer fails, it refuses a
 * valid token of a new key with 401 instead of 503; while the issuer is slow, each token of an unknown key blocks a
 * thread, and anybody can send one.
 */
public final class RemoteKeys implements JWKSource<SecurityContext>, AutoCloseable {

    /** Requests that may wait for a slow issuer. More of them would take the threads of requests that need not wait. */
    static final int MAX_WAITING = 64;

    private final JwksClient client;
    private final KeyTimes times;
    private final Bucket limit;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "issuer-keys");
        thread.setDaemon(true);
        return thread;
    });

    private final HeldKeys held;
    private Lookup latest;

    private RemoteKeys(URI jwksUri, KeyTimes times) {
        this.client = new JwksClient(jwksUri, times.lookup(), background);
        this.held = new HeldKeys(times.outage());
        this.times = times;
        this.limit = times.lookupLimit(TimeMeter.SYSTEM_NANOTIME);
    }

    /** Starts to look up the keys at a {@link JwksClient#safeAddress}, and repeats that until closed. */
    public static RemoteKeys at(URI jwksUri) {
        return at(jwksUri, KeyTimes.PRODUCTION);
    }

    static RemoteKeys at(URI jwksUri, KeyTimes times) {
        RemoteKeys keys = new RemoteKeys(jwksUri, times);
        keys.refresh();
        return keys;
    }

    /** Returns the keys in use, the same object until they change; empty if there are none. Never waits. */
    public Optional<JWKSet> held() {
        return held.keys();
    }

    /**
     * Returns the matching keys. If none matches, looks the keys up, as often as the limit allows: the issuer may have
     * a new key.
     */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        long asked = System.nanoTime();
        Lookup last = null;
        while (true) {
            List<JWK> keys = held().map(selector::select).orElse(List.of());
            Lookup next = keys.isEmpty() ? lookup(asked) : last;
            if (next == last) {
                return keys;
            }
            await(next);
            last = next;
        }
    }

    /**
     * Returns the lookup to wait for. A lookup that began before this request may have been answered before the key was
     * published, so a new one is started if the limit allows.
     */
    private synchronized Lookup lookup(long asked) {
        boolean older = latest.keys().isDone() && latest.begun() - asked < 0;
        if (older && limit.tryConsume(1)) {
            latest = begin();
        }
        return latest;
    }

    private synchronized void refresh() {
        if (latest == null || latest.keys().isDone()) {
            latest = begin();
        }
        latest.keys().whenComplete((keys, fault) -> {
            Duration pause = fault == null ? times.refresh() : times.retry();
            background.schedule(this::refresh, pause.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private Lookup begin() {
        long begun = System.nanoTime();
        return new Lookup(begun, client.keySet().whenComplete(this::settle));
    }

    private void settle(JWKSet keys, Throwable fault) {
        if (fault == null) {
            held.confirm(keys);
        } else if (!background.isShutdown()) {
            held.fail(fault.getCause() == null ? fault : fault.getCause());
        }
    }

    private void await(Lookup lookup) throws KeySourceException {
        if (!waiting.tryAcquire()) {
            throw new JWKSetUnavailableException("Too many requests wait for the issuer's keys");
        }
        try {
            lookup.keys().join();
        } catch (CompletionException e) {
            throw new JWKSetUnavailableException("The issuer's keys cannot be looked up", e.getCause());
        } finally {
            waiting.release();
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    private record Lookup(long begun, CompletableFuture<JWKSet> keys) {}
}
