package dev.perigee.cli;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Hands what is logged with {@code java.util.logging} on to slf4j. */
final class JdkLogHandler extends Handler {
    private final Formatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
        String name = record.getLoggerName();
        Logger logger = LoggerFactory.getLogger(name == null ? "jdk" : name);
        LoggingEventBuilder event = logger.atLevel(level(record.getLevel()));
        if (record.getThrown() != null) event = event.setCause(record.getThrown());
        event.log(formatter.formatMessage(record));
    }

    private static org.slf4j.event.Level level(Level level) {
        int value = level.intValue();
        if (value >= Level.SEVERE.intValue()) return org.slf4j.event.Level.ERROR;
        if (value >= Level.WARNING.intValue()) return org.slf4j.event.Level.WARN;
        return value >= Level.INFO.intValue() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
