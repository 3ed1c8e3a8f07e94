package dev.remoteassistance.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import dev.remoteassistance.server.management.AccessLog;

/** What is written. */
final class LogLevels {

    private LogLevels() {}

    /** Sets the level of each logger, and sends all lines to one appender. */
    static void apply(LoggerContext context, Level access, Appender<ILoggingEvent> appender) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("dev.remoteassistance").setLevel(Level.INFO);
        context.getLogger(AccessLog.LOGGER).setLevel(access);
        // Its warnings quote the address of the request, where a careless caller may have put a token.
        context.getLogger("org.eclipse.jetty.server.Response").setLevel(Level.ERROR);
    }
}
