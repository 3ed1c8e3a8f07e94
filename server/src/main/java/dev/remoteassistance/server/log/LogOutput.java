package dev.remoteassistance.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.ConsoleTarget;
import dev.remoteassistance.server.config.LogFormat;
import dev.remoteassistance.server.management.AccessLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/** Decides which log lines are written, where and in which format. */
final class LogOutput {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger{0} %X{request-id} %msg %kvp{NONE}%n";

    private static final List<String> EXPORTERS = List.of(
            "io.opentelemetry.exporter", "io.opentelemetry.sdk.metrics.export", "io.opentelemetry.sdk.trace.export");

    /** The encoder's word for a field that is left out. */
    private static final String LEFT_OUT = "[ignore]";

    private LogOutput() {}

    /** Returns an appender to the standard error, because the standard output belongs to what a command prints. */
    static Appender<ILoggingEvent> console(LoggerContext context, LogFormat format) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setTarget(ConsoleTarget.SystemErr.getName());
        console.setEncoder(
                switch (format) {
                    case TEXT -> text(context);
                    case JSON -> json(context);
                });
        console.start();
        return console;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    /** Returns an encoder that writes one flat JSON object in each line. */
    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("timestamp");
        names.setLogger("logger");
        names.setStackTrace("stack-trace");
        names.setVersion(LEFT_OUT);
        names.setThread(LEFT_OUT);
        names.setLevelValue(LEFT_OUT);
        names.setTags(LEFT_OUT);
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setFindAndRegisterJacksonModules(false);
        encoder.setIncludeContext(false);
        encoder.setTimeZone("UTC");
        encoder.setTimestampPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        encoder.setFieldNames(names);
        encoder.start();
        return encoder;
    }

    /** Sets the level of each logger, and sends all lines to one appender. */
    static void send(LoggerContext context, Level access, Appender<ILoggingEvent> appender) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("dev.remoteassistance").setLevel(Level.INFO);
        context.getLogger(AccessLog.LOGGER).setLevel(access);
        // Jetty's warnings quote the URI of the request, where a careless caller may have put a token.
        context.getLogger("org.eclipse.jetty.server.Response").setLevel(Level.ERROR);
        // The exporters would log each failed export; the server logs when failures begin and end.
        EXPORTERS.forEach(exporters -> context.getLogger(exporters).setLevel(Level.OFF));
    }
}
