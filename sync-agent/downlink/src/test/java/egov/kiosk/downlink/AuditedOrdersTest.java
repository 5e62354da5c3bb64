package egov.kiosk.downlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders are recorded before they are obeyed, and not obeyed when they cannot be. */
class AuditedOrdersTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path directory;
  private final List<String> heard = new ArrayList<>();
  private Kiosk kiosk;
  private boolean full;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(directory);
    kiosk.audit =
        new AuditLog() {
          @Override
          public void record(AuditEvent event) {
            heard.add(event + " " + event.subject() + event.attributes().values());
          }

          @Override
          public void require(AuditEvent event) throws AuditUnavailableException {
            if (full) {
              throw new AuditUnavailableException(
                  AuditUnavailableException.Reason.FULL, "as the test wants");
            }
            record(event);
          }
        };
  }

  @Test
  void command_begunAndDone_bothRecorded() {
    kiosk.command("c-1", "do", HOUR);
    kiosk.pass(Duration.ofSeconds(2));
    assertEquals(
        List.of(
            "order begun by platform order:c-1[do]", "order done by platform order:c-1[done, do]"),
        heard);
  }

  @Test
  @DisplayName("H05 no room for the record: the order is refused and nothing is done")
  void h05_auditLogFull_ordersRefused() {
    full = true;
    kiosk.command("c-1", "do", HOUR);
    kiosk.configure(5, "elsewhere");
    kiosk.offer(3, "item");
    kiosk.pass(Duration.ofSeconds(2));
    assertEquals(List.of(), kiosk.done);
    assertEquals(1, kiosk.heard("COMMAND_RESULT", "\"id\":\"c-1\"", "AUDIT"));
    assertTrue(heard.stream().allMatch(line -> line.contains("refused")), heard::toString);
    assertEquals(3, heard.size(), heard::toString);
  }

  @Test
  void oldCommandPlayedAgainAndAgain_oneRecordThenOneAMinute() {
    for (int i = 0; i < 180; i++) {
      kiosk.command("c-3", "do", kiosk.now.minus(HOUR).minusSeconds(1), HOUR);
      kiosk.pass(Duration.ofSeconds(1));
    }
    assertEquals("order refused by platform order:c-3[EXPIRED, do]", heard.get(0));
    assertEquals(4, heard.size(), heard::toString);
  }

  @Test
  void commandRefused_recordedWithItsReason() {
    kiosk.command("c-2", "unheard-of", HOUR);
    assertEquals(List.of("order refused by platform order:c-2[UNKNOWN, unheard-of]"), heard);
  }
}
