package dev.remoteassistance.server.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.Waiting;
import dev.remoteassistance.server.auth.AccessTokenVerifier;
import dev.remoteassistance.server.auth.InvalidTokenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that tokens are verified while the issuer changes its keys. */
class KeyRotationTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final KeyTimes ON_DEMAND = new KeyTimes(NEVER, Duration.ofSeconds(5), Waiting.LONGEST, NEVER);
    private static final KeyTimes SOON =
            new KeyTimes(Duration.ofMillis(50), Duration.ofMillis(50), Waiting.LONGEST, NEVER);
    private static final int THREADS = 8;

    @RegisterExtension
    final Issuer issuer = new Issuer();

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicBoolean over = new AtomicBoolean();
    private final ReadWriteLock verifying = new ReentrantReadWriteLock();
    private RemoteKeys keys;

    @BeforeEach
    void publish() {
        issuer.publish("first");
    }

    @AfterEach
    void close() {
        over.set(true);
        threads.shutdownNow();
        keys.close();
    }

    /** There are no lookups in the background here: the first token of a new key must cause one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1_000})
    void noValidTokenIsRefusedAtAnyTime(int cachedTokens) throws Exception {
        keys = RemoteKeys.at(issuer.jwksUri(), ON_DEMAND);
        AccessTokenVerifier verifier = issuer.verifier(keys, cachedTokens, "first", "second", "third", "fourth");
        List<String> valid = new CopyOnWriteArrayList<>(List.of(issuer.token("first")));
        AtomicInteger verified = new AtomicInteger();
        List<Future<?>> load = underLoad(verifier, valid, verified);
        waitForMore(verified);
        // At the start there is a lookup in the background, and the first token may cause another one.
        int lookupsAtStart = issuer.lookups();

        issuer.publish("first", "second");
        valid.add(issuer.token("second"));
        waitForMore(verified);
        issuer.publish("first", "second", "third");
        valid.add(issuer.token("third"));
        waitForMore(verified);
        // The old key is not used any more, and its last token has expired.
        withoutVerifications(() -> valid.remove(0));
        issuer.publish("second", "third", "fourth");
        valid.add(issuer.token("fourth"));
        waitForMore(verified);

        over.set(true);
        for (Future<?> each : load) {
            each.get();
        }
        // One lookup for each new key, and at most one more for a caller that just missed it; never one for each
        // request.
        assertThat(issuer.lookups() - lookupsAtStart).isBetween(3, 6);
    }

    private List<Future<?>> underLoad(AccessTokenVerifier verifier, List<String> valid, AtomicInteger verified) {
        List<Future<?>> load = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            load.add(threads.submit(() -> {
                while (!over.get()) {
                    verifying.readLock().lock();
                    try {
                        Object[] tokens = valid.toArray();
                        verifier.verify(
                                (String) tokens[ThreadLocalRandom.current().nextInt(tokens.length)]);
                    } finally {
                        verifying.readLock().unlock();
                    }
                    verified.incrementAndGet();
                }
                return null;
            }));
        }
        return load;
    }

    /** Does this while no thread verifies a token that it has chosen before. */
    private void withoutVerifications(Runnable change) {
        verifying.writeLock().lock();
        try {
            change.run();
        } finally {
            verifying.writeLock().unlock();
        }
    }

    private void waitForMore(AtomicInteger verified) throws Exception {
        int before = verified.get();
        Waiting.until(() -> verified.get() > before + 500);
    }

    @Test
    void aTokenDiesWhenItsKeyIsWithdrawnThoughEveryRequestIsAnsweredFromMemory() throws Exception {
        keys = RemoteKeys.at(issuer.jwksUri(), SOON);
        AccessTokenVerifier verifier = issuer.verifier(keys, 10, "first", "second");
        issuer.publish("first", "second");
        Waiting.until(() -> keys.held().isPresent() && keys.held().get().size() == 2);
        String withdrawn = issuer.token("first");
        String other = issuer.token("second");
        verifier.verify(withdrawn);
        verifier.verify(other);

        issuer.publish("second");
        Waiting.until(() -> verifier.cached(withdrawn).isEmpty());

        assertThatThrownBy(() -> verifier.verify(withdrawn)).isInstanceOf(InvalidTokenException.class);
        assertThat(verifier.cached(withdrawn)).isEmpty();
        assertThat(verifier.verify(other).tenantId()).isNotBlank();
        assertThat(verifier.cached(other)).isPresent();
    }

    @Test
    void theSameKeysInAnotherOrderChangeNothing() throws Exception {
        keys = RemoteKeys.at(issuer.jwksUri(), SOON);
        issuer.publish("first", "second");
        Waiting.until(() -> keys.held().isPresent() && keys.held().get().size() == 2);
        AccessTokenVerifier verifier = issuer.verifier(keys, 10, "first");
        String token = issuer.token("first");
        verifier.verify(token);

        issuer.publish("second", "first");
        int before = issuer.lookups();
        Waiting.until(() -> issuer.lookups() > before + 2);

        assertThat(verifier.cached(token)).isPresent();
    }

    @Test
    void aFloodOfUnknownKeysCausesFewLookupsAndHoldsUpNobody() throws Exception {
        keys = RemoteKeys.at(issuer.jwksUri(), ON_DEMAND);
        AccessTokenVerifier verifier = issuer.verifier(keys, 0, "first");
        Waiting.until(verifier::hasKeys);
        long begun = System.nanoTime();
        List<Future<?>> flood = new ArrayList<>();
        for (int i = 0; i < THREADS - 1; i++) {
            flood.add(threads.submit(() -> {
                for (int each = 0; each < 300; each++) {
                    String stranger = Issuer.strangersToken(
                            "stranger-" + ThreadLocalRandom.current().nextLong());
                    assertThatThrownBy(() -> verifier.verify(stranger)).isInstanceOf(InvalidTokenException.class);
                }
                return null;
            }));
        }
        String token = issuer.token("first");
        while (!flood.stream().allMatch(Future::isDone)) {
            verifier.verify(token);
        }
        for (Future<?> each : flood) {
            each.get();
        }
        long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        // One lookup of the start.
        assertThat(issuer.lookups()).isLessThanOrEqualTo(1 + KeyTimes.MAX_LOOKUPS_AT_ONCE + (int) (1 + seconds / 5));
    }
}
