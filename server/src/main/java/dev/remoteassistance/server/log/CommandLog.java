package dev.remoteassistance.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.remoteassistance.server.config.LogFormat;

/**
 * Configures the log with which every command begins. Does it in code, because reading XML took a third of a second of
 * each start. Logback finds this class as a service, and calls it after it has looked for a configuration file.
 */
@ConfiguratorRank(ConfiguratorRank.NOMINAL - 1)
public final class CommandLog extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        // Only the command serve logs a line for each request.
        LogOutput.send(context, Level.OFF, LogOutput.console(context, LogFormat.TEXT));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
