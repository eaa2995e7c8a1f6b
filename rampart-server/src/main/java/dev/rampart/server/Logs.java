package dev.rampart.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.rampart.server.config.ServerConfig.Logging;
import org.slf4j.LoggerFactory;

/** Sets logging up: how much, and in which of the three forms. To standard output. */
final class Logs {

    private static final String PRETTY = "%d{HH:mm:ss} %highlight(%-5level) %msg%kvp%n";
    private static final String TEXT = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX,UTC} %-5level %logger %msg%kvp%n";

    private Logs() {}

    static void configure(Logging logging) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder(context, logging.format()));
        console.start();
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN); // Libraries are heard when something is wrong.
        root.addAppender(console);
        context.getLogger("dev.rampart").setLevel(Level.valueOf(logging.level().name()));
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, Logging.Format format) {
        EncoderBase<ILoggingEvent> encoder = switch (format) {
            case PRETTY -> pattern(PRETTY);
            case TEXT -> pattern(TEXT);
            case JSON -> new JsonEncoder();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static EncoderBase<ILoggingEvent> pattern(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setPattern(pattern);
        return encoder;
    }
}
