package dev.remoteassistance.server;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.remoteassistance.server.config.ServerSettings;
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
final class ServerLog implements MeterBinder, AppenderListener<ILoggingEvent> {

    private final LoggerContext context;
    private final LongAdder dropped = new LongAdder();

    private ServerLog(LoggerContext context) {
        this.context = context;
    }

    /** Replaces the log that commands begin with. */
    static ServerLog configure(ServerSettings.Log settings) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        String name = "/log-%s.xml".formatted(settings.format().name().toLowerCase(Locale.ROOT));
        URL configuration = ServerLog.class.getResource(name);
        context.reset();
        context.putProperty("access.level", settings.access() ? "INFO" : "OFF");
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException e) {
            throw new IllegalStateException(name, e);
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
    void close() {
        context.stop();
    }
}
