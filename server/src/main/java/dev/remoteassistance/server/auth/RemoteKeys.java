package dev.remoteassistance.server.auth;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key set that an issuer publishes, held in memory. It is looked up in the background, and in between for a key that
 * is not in it; only who asks for such a key waits for the issuer. What is no key set never replaces one.
 *
 * <p>The library's own cache would let every caller wait when the set is due, and each unknown key hold a thread.
 */
public final class RemoteKeys implements JWKSource<SecurityContext>, HeldKeys, AutoCloseable {

    /** More requests that wait for a slow issuer would take the threads of those that need not. */
    static final int MOST_WAITING = 64;

    private static final Logger LOG = LoggerFactory.getLogger(RemoteKeys.class);

    private final KeyEndpoint endpoint;
    private final KeyTimes times;
    private final LookupBudget budget;
    private final Semaphore seats = new Semaphore(MOST_WAITING);
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "issuer-keys");
        thread.setDaemon(true);
        return thread;
    });

    private volatile Optional<JWKSet> held = Optional.empty();
    private Lookup latest;
    private long confirmed;
    private boolean failing;

    private RemoteKeys(URI jwksUri, KeyTimes times) {
        this.endpoint = new KeyEndpoint(jwksUri, times.lookup());
        this.times = times;
        this.budget = new LookupBudget(times.retry(), System::nanoTime);
    }

    /** Begins to look up the keys at an address, and goes on until closed. */
    public static RemoteKeys at(URI jwksUri) {
        return at(jwksUri, KeyTimes.PRODUCTION);
    }

    static RemoteKeys at(URI jwksUri, KeyTimes times) {
        RemoteKeys keys = new RemoteKeys(jwksUri, times);
        keys.background.execute(keys::refresh);
        return keys;
    }

    @Override
    public Optional<JWKSet> held() {
        return held;
    }

    /**
     * Returns the keys that fit. If none does, they are looked up, since the issuer may have a new one; unless that was
     * done just now, as often as the budget allows.
     */
    @Override
    public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
        List<JWK> keys = select(selector);
        if (!keys.isEmpty()) {
            return keys;
        }
        long asked = System.nanoTime();
        Lookup lookup = lookup(asked);
        while (true) {
            await(lookup);
            keys = select(selector);
            if (!keys.isEmpty()) {
                return keys;
            }
            Lookup next = lookup(asked);
            if (next == lookup) {
                return keys;
            }
            lookup = next;
        }
    }

    private List<JWK> select(JWKSelector selector) {
        return held.map(selector::select).orElse(List.of());
    }

    /**
     * Returns the look-up to learn from. One that began before the question may have been answered before the key was
     * published: when it is over, a new one follows, if the budget allows.
     */
    private synchronized Lookup lookup(long asked) {
        boolean over = latest == null || latest.keys().isDone() && latest.begun() - asked < 0;
        if (over && (budget.take() || latest == null)) {
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
        return new Lookup(begun, endpoint.keys().whenComplete(this::settle));
    }

    private synchronized void settle(JWKSet keys, Throwable fault) {
        if (fault == null) {
            confirmed = System.nanoTime();
            if (held.isEmpty() || !sameKeys(held.get(), keys)) {
                held = Optional.of(keys);
            }
            if (failing) {
                LOG.info("The issuer's keys can be had again");
            }
        } else {
            if (!failing) {
                LOG.warn("The issuer's keys cannot be looked up; those known are used on: {}", reason(fault));
            }
            if (System.nanoTime() - confirmed > times.outage().toNanos()) {
                held = Optional.empty();
            }
        }
        failing = fault != null;
    }

    private static String reason(Throwable fault) {
        return (fault.getCause() == null ? fault : fault.getCause()).toString();
    }

    /** The order in which they are published means nothing. */
    private static boolean sameKeys(JWKSet one, JWKSet other) {
        return new HashSet<>(one.getKeys()).equals(new HashSet<>(other.getKeys()));
    }

    private void await(Lookup lookup) throws KeySourceException {
        if (!seats.tryAcquire()) {
            throw new JWKSetUnavailableException("Too many requests wait for the issuer's keys");
        }
        try {
            lookup.keys().get();
        } catch (ExecutionException e) {
            throw new JWKSetUnavailableException("The issuer's keys cannot be looked up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JWKSetUnavailableException("The server stops", e);
        } finally {
            seats.release();
        }
    }

    @Override
    public void close() {
        background.shutdownNow();
    }

    /** One question to the issuer. */
    private record Lookup(long begun, CompletableFuture<JWKSet> keys) {}
}
