package egov.kiosk.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.SafeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgramWatchTest {
  private static final Verdict WHOLE = new Verdict(3, 11, List.of(), 0);
  private static final Verdict ALTERED = new Verdict(2, 8, List.of("a.jar was altered"), 1);

  private final List<AuditEvent> records = new ArrayList<>();
  private final Mode mode = new Mode();
  private final ProgramWatch watch = new ProgramWatch();

  /** Counts. */
  private static final class Mode implements SafeMode {
    private final List<String> reasons = new ArrayList<>();

    @Override
    public Optional<String> reason() {
      return reasons.stream().findFirst();
    }

    @Override
    public void enter(String reason) {
      reasons.add(reason);
    }

    @Override
    public void leave() {
      throw new AssertionError("only a technician ends it");
    }
  }

  private void listen() {
    watch.audit(
        new AuditLog() {
          @Override
          public void record(AuditEvent event) {
            records.add(event);
          }

          @Override
          public void require(AuditEvent event) {
            records.add(event);
          }
        });
  }

  @Test
  void alteredProgram_entersSafeModeOnce_isRecordedOnce_andFails() {
    listen();
    watch.safeMode(mode);
    watch.saw(ALTERED);
    watch.saw(ALTERED);
    assertEquals(List.of("program files are not as they were released: 1"), mode.reasons);
    assertEquals(
        List.of(AuditAction.PROGRAM_ALTERED), records.stream().map(AuditEvent::action).toList());
    assertEquals(Level.FAIL, ProgramWatch.finding(watch.last().orElseThrow()).level());
  }

  @Test
  void safeModeThatComesLater_isEnteredThen() {
    watch.saw(ALTERED);
    assertEquals(List.of(), mode.reasons);
    watch.safeMode(mode);
    assertEquals(1, mode.reasons.size());
  }

  @Test
  void wholeProgram_entersNothing_andNeverLeaves() {
    watch.safeMode(mode);
    watch.saw(WHOLE);
    assertEquals(List.of(), mode.reasons);
    watch.saw(ALTERED);
    watch.saw(WHOLE);
    assertEquals(1, mode.reasons.size());
    assertEquals(Level.OK, ProgramWatch.finding(WHOLE).level());
  }
}
