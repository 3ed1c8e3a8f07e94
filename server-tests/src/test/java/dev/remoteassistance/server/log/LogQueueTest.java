package dev.remoteassistance.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import dev.remoteassistance.server.Waiting;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests what happens to log lines that nobody reads. */
@Timeout(300)
class LogQueueTest {

    private final LoggerContext context = new LoggerContext();
    private final StuckOutput output = new StuckOutput();
    private final LogQueue queue = new LogQueue();

    LogQueueTest() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        for (var appender : List.of(output, queue)) {
            appender.setContext(context);
        }
        queue.addAppender(output);
        output.start();
        queue.start();
    }

    @AfterEach
    void stop() {
        output.reads.countDown();
        context.stop();
    }

    @Test
    void keepsWhatFitsAndCountsWhatItDrops() throws Exception {
        append("held by the output", Level.INFO);
        output.stuck.await();
        IntStream.range(0, LogQueue.CAPACITY).forEach(i -> append("line " + i, Level.INFO));
        assertThat(queue.dropped()).isZero();

        append("too much", Level.INFO);
        append("too much of a fault", Level.ERROR);

        assertThat(queue.dropped()).isEqualTo(2);
        output.reads.countDown();
        queue.stop();
        // stop() may return before the queue's thread has passed on the last line and stopped the output.
        Waiting.until(() -> !output.isStarted());
        assertThat(output.lines).hasSize(1 + LogQueue.CAPACITY).doesNotContain("too much", "too much of a fault");
    }

    private void append(String text, Level level) {
        LoggingEvent line = new LoggingEvent("", context.getLogger("any"), level, text, null, null);
        queue.doAppend(line);
    }

    /** Accepts one line and then blocks until it is read. */
    private static final class StuckOutput extends AppenderBase<ILoggingEvent> {

        private final CountDownLatch stuck = new CountDownLatch(1);
        private final CountDownLatch reads = new CountDownLatch(1);
        private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent line) {
            stuck.countDown();
            try {
                reads.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            lines.add(line.getFormattedMessage());
        }
    }
}
