package egov.kiosk.audit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import org.junit.jupiter.api.Test;

/** What the doctor says of the collector; when there is a problem ForwarderTest shows. */
class SyslogFindingTest {
  @Test
  void collectorOutOfReach_isAWarningForATechnician() {
    Finding silent = SyslogComponent.finding("nobody answers", 41);
    assertEquals(Level.WARN, silent.level());
    assertEquals(Actor.TECHNICIAN, silent.actor());
    assertTrue(silent.what().contains("nobody answers"), silent::toString);
    assertEquals(Level.OK, SyslogComponent.finding("", 41).level());
  }
}
