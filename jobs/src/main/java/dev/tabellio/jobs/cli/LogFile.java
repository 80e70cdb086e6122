package dev.tabellio.jobs.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.slf4j.LoggerFactory;

/**
 * The log: one file per day in the home folder, kept for 30 days, nothing on the console.
 *
 * <p>Several processes may write the same file (a run and a status command beside it): each event is one write to a file
 * opened for appending, which the operating system keeps whole. The file has its day's name from the start because
 * renaming it would pull it away from the other processes.
 */
final class LogFile {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%property{PID}] [%thread] %logger - %msg%n";
    private static final int DAYS_KEPT = 30;

    private LogFile() {}

    /** Sends all logging of this process to the log folder; the folder is made when the first line is written. */
    static void open(Path folder) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("PID", String.valueOf(ProcessHandle.current().pid()));

        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();

        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        TimeBasedRollingPolicy<ILoggingEvent> daily = new TimeBasedRollingPolicy<>();
        daily.setContext(context);
        daily.setParent(appender);
        daily.setFileNamePattern(folder.resolve("tabellio-%d{yyyy-MM-dd}.log").toString());
        daily.setMaxHistory(DAYS_KEPT);
        daily.setTotalSizeCap(FileSize.valueOf("2GB"));
        daily.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.setRollingPolicy(daily);
        appender.start();

        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(appender);
        context.getLogger("dev.tabellio").setLevel(Level.INFO);
        context.getLogger("org.springframework.batch").setLevel(Level.INFO);
        // it warns at every start that H2 is newer than the one it was tested with; our tests run on this one
        context.getLogger("org.flywaydb.core.internal.database").setLevel(Level.ERROR);
    }

    /** The file that is written today. */
    static Path today(Path folder) {
        return folder.resolve("tabellio-%s.log".formatted(LocalDate.now(ZoneId.systemDefault())));
    }
}
