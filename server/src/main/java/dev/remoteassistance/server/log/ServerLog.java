package dev.remoteassistance.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import dev.remoteassistance.server.config.LogFormat;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.LoggerFactory;

/** The log of the command serve, in the format of the settings. No request waits for it. */
public final class ServerLog implements MeterBinder, AutoCloseable {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} %X{request-id} %msg %kvp{NONE}%n";

    private final LoggerContext context;
    private final LogQueue queue;

    private ServerLog(LoggerContext context, LogQueue queue) {
        this.context = context;
        this.queue = queue;
    }

    /**
     * Replaces the configuration with which commands begin.
     *
     * @param requests whether each request gets a line
     */
    public static ServerLog configure(LogFormat format, boolean requests) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        LogQueue queue = new LogQueue();
        queue.setContext(context);
        queue.setName("queue");
        queue.addAppender(LogConsole.appender(context, encoding(context, format)));
        queue.start();
        LogLevels.apply(context, requests ? Level.INFO : Level.OFF, queue);
        return new ServerLog(context, queue);
    }

    private static Encoder<ILoggingEvent> encoding(LoggerContext context, LogFormat format) {
        return switch (format) {
            case TEXT -> LogEncoding.text(context, PATTERN);
            case JSON -> LogEncoding.json(context);
        };
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        FunctionCounter.builder("remote.assistance.log.dropped", queue, LogQueue::dropped)
                .description("Log lines that were dropped because the log was not read fast enough")
                .register(metrics);
    }

    /** Writes the lines that are still queued. */
    @Override
    public void close() {
        context.stop();
    }
}
