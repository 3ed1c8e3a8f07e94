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
 * The key set that an issuer publishes, held in memory. It is looked up in the background, and at once for a token whose
 * key is not in it. Only such a token waits for the issuer. An answer that is no key set never replaces one.
 *
 * <p>Nimbus' own {@code JWKSourceBuilder} does not do: while the issuer fails, it looks for an unknown key in the old set,
 * so that a valid token of a new key is refused (401) and not put off (503); tokens of unknown keys, which anybody can
 * send, hold a thread each while the issuer is slow; and a set that the issuer no longer confirms stays in use until
 * somebody asks for a key. KeyFaultTest and KeyRotationTest show it.
 */
public final class RemoteKeys implements JWKSource<SecurityContext>, AutoCloseable {

    /** More requests that wait for a slow issuer would take the threads of those that need not wait. */
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

    /** Begins to look up the keys at a {@link JwksClient#safeAddress}, and goes on until closed. */
    public static RemoteKeys at(URI jwksUri) {
        return at(jwksUri, KeyTimes.PRODUCTION);
    }

    static RemoteKeys at(URI jwksUri, KeyTimes times) {
        RemoteKeys keys = new RemoteKeys(jwksUri, times);
        keys.refresh();
        return keys;
    }

    /**
     * Returns the keys in use, the same object for as long as they are the same; empty if there are none. Never waits.
     */
    public Optional<JWKSet> held() {
        return held.keys();
    }

    /**
     * Returns the keys that fit. If none does, they are looked up as often as the limit allows: the issuer may have a new
     * one.
     */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        long asked = System.nanoTime();
        List<JWK> keys = select(selector);
        Lookup known = null;
        while (keys.isEmpty()) {
            Lookup lookup = lookup(asked);
            if (lookup == known) {
                return keys;
            }
            await(lookup);
            keys = select(selector);
            known = lookup;
        }
        return keys;
    }

    private List<JWK> select(JWKSelector selector) {
        return held().map(selector::select).orElse(List.of());
    }

    /**
     * Returns the lookup to wait for. One that began before the question may have been answered before the key was
     * published, so a new one follows it if the limit allows.
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
