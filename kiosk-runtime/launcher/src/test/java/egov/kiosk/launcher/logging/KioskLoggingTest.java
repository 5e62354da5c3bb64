package egov.kiosk.launcher.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.TimeBasedRollingPolicy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The log of a kiosk that runs for weeks: turned over each midnight, and never more than it may.
 */
class KioskLoggingTest {
  private static final int ARCHIVES = 30;
  private static final long MEGABYTE = 1_000_000;

  @TempDir Path directory;
  private final LoggerContext context = new LoggerContext();
  private TimeBasedRollingPolicy<ILoggingEvent> policy;

  /** The day on which the log was opened; a test's day may be over at any moment. */
  private LocalDate first;

  @BeforeEach
  void open() {
    // As logback itself does for the context of a program.
    context.setMDCAdapter(new LogbackMDCAdapter());
    System.setProperty(KioskLogging.DIRECTORY, directory.toString());
    System.setProperty(KioskLogging.CONSOLE, "false");
    new KioskLogging().configure(context);
    context
        .getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)
        .iteratorForAppenders()
        .forEachRemaining(
            appender -> {
              RollingFileAppender<ILoggingEvent> file =
                  (RollingFileAppender<ILoggingEvent>) appender;
              policy = (TimeBasedRollingPolicy<ILoggingEvent>) file.getRollingPolicy();
            });
    String period =
        policy
            .getTimeBasedFileNamingAndTriggeringPolicy()
            .getCurrentPeriodsFileNameWithoutCompressionSuffix();
    first = LocalDate.parse(Path.of(period).getFileName().toString().split("\\.")[1]);
  }

  @AfterEach
  void close() {
    context.stop();
    System.clearProperty(KioskLogging.DIRECTORY);
    System.clearProperty(KioskLogging.CONSOLE);
  }

  private void write(int day, String text) {
    policy
        .getTimeBasedFileNamingAndTriggeringPolicy()
        .setCurrentTime(
            first
                .plusDays(day)
                .atTime(LocalTime.NOON)
                .atZone(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli());
    context.getLogger("test").info(text);
  }

  private Set<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".log.gz"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private String archive(int day) {
    return "kiosk." + first.plusDays(day) + ".0.log.gz";
  }

  private void awaitArchives(Set<String> expected) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertEquals(expected, archives()));
  }

  private void awaitThere(String name) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofSeconds(60))
        .until(() -> Files.exists(directory.resolve(name)));
  }

  /** What is in an archive, once it is packed whole: the name is there before that. */
  private String unpacked(String name) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(
            () -> {
              try (GZIPInputStream in =
                  new GZIPInputStream(Files.newInputStream(directory.resolve(name)))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
              }
            },
            text -> !text.isEmpty());
  }

  @Test
  void weeks_aFileADay_thirtyAreKept_andTheLogGoesOn() throws Exception {
    int last = 40;
    for (int day = 0; day <= last; day++) {
      write(day, "the only line of day " + day);
      if (day > 0) {
        // Files are packed and cleared away in a thread of their own, and have a day for it.
        awaitThere(archive(day - 1));
      }
    }
    Set<String> expected = new TreeSet<>();
    for (int day = last - ARCHIVES; day < last; day++) {
      expected.add(archive(day));
    }
    awaitArchives(expected);
    String now = Files.readString(directory.resolve("kiosk.log"));
    assertTrue(now.endsWith("the only line of day 40\n") && now.lines().count() == 1, now);
    String then = unpacked(archive(25));
    assertTrue(then.endsWith("the only line of day 25\n") && then.lines().count() == 1, then);
  }

  @Test
  void manyLines_atTwentyMegabytesAnotherFileOfTheDay_andNoLineIsLost() throws Exception {
    int lines = 11_000;
    String text = "x".repeat(1_900);
    for (int line = 0; line < lines; line++) {
      write(0, text);
    }
    long before = unpacked(archive(0)).lines().count();
    assertTrue(Files.size(directory.resolve("kiosk.log")) < 2 * MEGABYTE);
    try (Stream<String> now = Files.lines(directory.resolve("kiosk.log"))) {
      assertEquals(lines, before + now.count());
    }
  }

  @Test
  void bigFiles_goFromTheOldestOn_untilTheyFit() throws Exception {
    write(0, "the day the log begins");
    write(10, "another day");
    awaitThere(archive(0));
    for (int day = 5; day < 10; day++) {
      try (RandomAccessFile file =
          new RandomAccessFile(directory.resolve(archive(day)).toFile(), "rw")) {
        // With nothing in it; it takes no room on the disk.
        file.setLength(60 * MEGABYTE);
      }
    }
    write(11, "the day is over");
    awaitArchives(Set.of(archive(7), archive(8), archive(9), archive(10)));
    write(11, "the log goes on");
    String now = Files.readString(directory.resolve("kiosk.log"));
    assertTrue(now.endsWith("the log goes on\n"), now);
  }
}
