package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.Order;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DownlinkDeskTest {
  @TempDir Path directory;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("egov.kiosk.downlink");
  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(directory);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
  }

  @Test
  void badSignature_oneLineAMinuteAndNoAnswer() {
    for (int i = 0; i < 1000; i++) {
      kiosk.desk.take(DownChannel.CONFIGURATION, new byte[] {1, 2, (byte) i});
    }
    assertEquals(1, log.list.size());
    assertTrue(log.list.get(0).getFormattedMessage().contains("BAD_SIGNATURE"));
    kiosk.pass(Duration.ofSeconds(61));
    kiosk.desk.take(DownChannel.COMMAND, new byte[] {1});
    assertEquals(2, log.list.size());
    assertTrue(log.list.get(1).getFormattedMessage().contains("999 more"));
    assertTrue(kiosk.told.isEmpty());
    assertTrue(Files.notExists(directory.resolve("audit")));
  }

  @Test
  void refusedOrders_oneAuditRecordAMinuteAndReason_withoutTheirContent() {
    List<String> records = new ArrayList<>();
    kiosk.audit = new ListedAudit(records);
    for (int i = 0; i < 100; i++) {
      kiosk.desk.take(DownChannel.CONFIGURATION, new byte[] {1, 2, (byte) i});
      kiosk.send(
          DownChannel.CONFIGURATION,
          new Order.Configuration("fz-gl-000002", kiosk.now, 1, Map.of("flow", Map.of("a", "x"))));
      kiosk.send(
          DownChannel.COMMAND,
          new Order.Configuration(Kiosk.ID, kiosk.now, 1, Map.of("flow", Map.of("site", "x"))));
    }
    assertEquals(
        List.of(
            "order refused [BAD_SIGNATURE, configuration]",
            "order refused [OTHER_KIOSK, configuration]",
            "order refused [WRONG_TOPIC, command]"),
        records);
  }

  @Test
  void orderForAnotherKiosk_refusedAndAnswered() {
    kiosk.send(
        DownChannel.CONFIGURATION,
        new Order.Configuration("fz-gl-000002", kiosk.now, 1, Map.of("flow", Map.of("site", "x"))));
    assertEquals("base", kiosk.settings.site);
    assertEquals(1, kiosk.heard("refused", "OTHER_KIOSK"));
    assertEquals(1, log.list.size());
  }

  @Test
  void orderOnAnotherTopic_refused() {
    kiosk.send(
        DownChannel.COMMAND,
        new Order.Configuration(Kiosk.ID, kiosk.now, 1, Map.of("flow", Map.of("site", "x"))));
    assertEquals("base", kiosk.settings.site);
    assertEquals(1, kiosk.heard("refused", "WRONG_TOPIC"));
  }

  @Test
  void retainedMessageTakenBack_isNothing() {
    kiosk.desk.take(DownChannel.CONFIGURATION, new byte[0]);
    assertTrue(log.list.isEmpty());
  }

  @Test
  void lineAlwaysRefuses_nothingGrowsAndNothingBreaks() {
    kiosk.answersLost = true;
    for (int i = 1; i <= 300; i++) {
      kiosk.command("c-" + i, "make-coffee", Duration.ofHours(1));
      kiosk.pass(Duration.ofSeconds(1));
    }
    assertTrue(kiosk.told.size() < 100, "one try every five seconds: " + kiosk.told.size());
  }
}
