package dev.remoteassistance.server.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.remoteassistance.server.http.ErrorCode;
import dev.remoteassistance.server.http.RefusalException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests which large bodies get memory, in the smallest heap with which the server is tested. */
class BodyMemoryTest {

    private static final int LARGEST = 4 << 20;

    private final BodyMemory memory = new BodyMemory(96L << 20, LARGEST, 16);

    @Test
    void aLargestBodyAlwaysFits() {
        new BodyMemory(1, LARGEST, 1).share("a").arrive(LARGEST);
        new BodyMemory(1, LARGEST, 1).share("a").parse(LARGEST);
    }

    /** Any number of slow senders: each holds only the bytes that it has sent. */
    @Test
    void slowSendersOfLargeBodiesKeepNobodyOut() {
        for (int i = 0; i < 100; i++) {
            memory.share("slow").arrive(20_000);
        }
        BodyMemory.Share other = memory.share("other");
        other.arrive(LARGEST);
        other.parse(LARGEST);
    }

    @Test
    void noTenantHoldsWhatAllNeed() {
        List<BodyMemory.Share> greedy = new ArrayList<>();
        assertThatThrownBy(() -> {
                    while (true) {
                        greedy.add(memory.share("greedy"));
                        greedy.get(greedy.size() - 1).arrive(LARGEST);
                        greedy.get(greedy.size() - 1).parse(LARGEST);
                    }
                })
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));

        BodyMemory.Share other = memory.share("other");
        other.arrive(20_000);
        other.parse(20_000);
    }

    /** The parsing of a largest body keeps a processor busy, however large the heap is. */
    @Test
    void noTenantKeepsAllProcessorsBusy() {
        BodyMemory ample = new BodyMemory(1L << 40, LARGEST, 8);
        for (int i = 0; i < 4; i++) {
            ample.share("greedy").parse(LARGEST);
        }
        assertThatThrownBy(() -> ample.share("greedy").parse(LARGEST)).isInstanceOf(RefusalException.class);
        ample.share("other").parse(LARGEST);
    }

    @Test
    void smallBodiesNeedNone() {
        assertThatThrownBy(() -> {
                    while (true) {
                        memory.share("a").arrive(LARGEST);
                    }
                })
                .isInstanceOf(RefusalException.class);
        for (int i = 0; i < 100_000; i++) {
            memory.share("a").arrive(BodyMemory.SMALL_BYTES);
            memory.share("a").parse(BodyMemory.SMALL_BYTES);
        }
    }

    @Test
    void whatIsClosedIsThereForTheNext() {
        for (int i = 0; i < 1_000; i++) {
            try (BodyMemory.Share share = memory.share("a")) {
                share.arrive(20_000);
                share.arrive(LARGEST);
                share.parse(LARGEST);
            }
        }
        assertThatCode(() -> memory.share("a").parse(LARGEST)).doesNotThrowAnyException();
    }

    /** Otherwise the refused bodies would keep the memory for which the others are refused. */
    @Test
    void ofManyThatGrowAtOnceOneIsTaken() {
        List<BodyMemory.Share> growing = new ArrayList<>(
                Stream.generate(() -> memory.share("a")).limit(64).toList());
        for (int size = 32 << 10; size < 2 * LARGEST; size *= 2) {
            int bytes = Math.min(size, LARGEST);
            growing.removeIf(share -> !grows(share, bytes));
        }
        assertThat(growing).isNotEmpty();
    }

    private static boolean grows(BodyMemory.Share share, int bytes) {
        try {
            share.arrive(bytes);
            return true;
        } catch (RefusalException refused) {
            return false;
        }
    }

    /** A refused share gives back its memory once, however often it is closed. */
    @Test
    void aRefusedShareGivesBackWhatItHad() {
        BodyMemory.Share holder = memory.share("a");
        holder.parse(LARGEST);
        BodyMemory.Share refused = memory.share("a");
        refused.arrive(20_000);
        assertThatThrownBy(() -> refused.parse(LARGEST)).isInstanceOf(RefusalException.class);
        refused.close();
        refused.close();
        holder.close();
        memory.share("a").parse(LARGEST);
    }
}
