package dev.remoteassistance.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.remoteassistance.server.config.LogFormat;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.LoggerFactory;

/** The log of the command serve, in the format of the settings. No request waits for it. */
public final class ServerLog implements MeterBinder, AutoCloseable {

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
        queue.addAppender(LogOutput.console(context, format));
        queue.start();
        LogOutput.send(context, requests ? Level.INFO : Level.OFF, queue);
        return new ServerLog(context, queue);
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
