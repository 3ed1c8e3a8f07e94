package dev.remoteassistance.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusUtil;
import dev.remoteassistance.server.config.LogFormat;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URL;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;
import net.logstash.logback.appender.listener.AppenderListener;
import org.slf4j.LoggerFactory;

/** The log of the command serve: in the form that the settings ask for, and never in the way of a request. */
public final class ServerLog implements MeterBinder, AppenderListener<ILoggingEvent> {

    private final LoggerContext context;
    private final LongAdder dropped = new LongAdder();

    private ServerLog(LoggerContext context) {
        this.context = context;
    }

    /**
     * Replaces the log that commands begin with.
     *
     * @param requests whether each request gets a line
     */
    public static ServerLog configure(LogFormat format, boolean requests) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        String name = "/log-%s.xml".formatted(format.name().toLowerCase(Locale.ROOT));
        URL configuration = ServerLog.class.getResource(name);
        long start = System.currentTimeMillis();
        context.reset();
        context.putProperty("access.level", requests ? "INFO" : "OFF");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException(name, e);
        }
        if (new StatusUtil(context).getHighestLevel(start) >= Status.WARN) {
            // Logback itself would go on in silence, without a log.
            throw new IllegalStateException(
                    name + ": " + context.getStatusManager().getCopyOfStatusList());
        }
        ServerLog log = new ServerLog(context);
        Appender<ILoggingEvent> queue =
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("queue");
        ((LoggingEventAsyncDisruptorAppender) queue).addListener(log);
        return log;
    }

    @Override
    public void eventAppendFailed(Appender<ILoggingEvent> queue, ILoggingEvent event, Throwable reason) {
        dropped.increment();
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        FunctionCounter.builder("remote.assistance.log.dropped", dropped, LongAdder::sum)
                .description("Log lines that were dropped because the log was not read fast enough")
                .register(metrics);
    }

    /** Writes what is still queued. */
    public void close() {
        context.stop();
    }
}
