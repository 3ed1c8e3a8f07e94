package dev.remoteassistance.server.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;

/** The forms of a line. */
final class LogEncoding {

    /** The encoder's word for a field that is left out. */
    private static final String LEFT_OUT = "[ignore]";

    private LogEncoding() {}

    /** For people. */
    static Encoder<ILoggingEvent> text(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    /** For machines: one flat JSON object a line. */
    static Encoder<ILoggingEvent> json(LoggerContext context) {
        LogstashEncoder encoder = new LogstashEncoder();
        encoder.setContext(context);
        encoder.setFindAndRegisterJacksonModules(false);
        encoder.setIncludeContext(false);
        encoder.setTimeZone("UTC");
        encoder.setTimestampPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
        encoder.setFieldNames(fieldNames());
        encoder.start();
        return encoder;
    }

    private static LogstashFieldNames fieldNames() {
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("timestamp");
        names.setLogger("logger");
        names.setStackTrace("stack-trace");
        names.setVersion(LEFT_OUT);
        names.setThread(LEFT_OUT);
        names.setLevelValue(LEFT_OUT);
        names.setTags(LEFT_OUT);
        return names;
    }
}
