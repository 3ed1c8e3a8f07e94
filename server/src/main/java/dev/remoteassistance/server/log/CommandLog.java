package dev.remoteassistance.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * The log that every command begins with, configured by code: to read it from XML took a third of a second of each start.
 * Logback finds this class as a service, and asks it after it has looked for a configuration file.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL - 1)
public final class CommandLog extends ContextAwareBase implements Configurator {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} %X{request-id} %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        // A line for each request is for those who serve many.
        LogLevels.apply(context, Level.OFF, LogConsole.appender(context, LogEncoding.text(context, PATTERN)));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
