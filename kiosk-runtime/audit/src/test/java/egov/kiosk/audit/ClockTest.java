package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.store.Segment;
import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack test H03: whoever turns the clock is seen, and gains nothing. */
class ClockTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir Path temp;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = new Lab(temp.resolve("log"));
  }

  private Verdict verify() throws IOException {
    return new Verifier(lab.certificates(), List.of()).verify(lab.directory);
  }

  private List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Segment segment : Segment.list(lab.directory)) {
      lines.addAll(Files.readAllLines(segment.path()));
    }
    return lines;
  }

  @Test
  @DisplayName("H03 clock set back while running: sequence unbroken, said in a record")
  void h03_setBackWhileRunning_recorded() throws IOException {
    lab.time = lab.time.plus(Duration.ofDays(40));
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
      lab.time = lab.time.minus(Duration.ofDays(30));
      trail.record(Lab.lasting(2));
      assertEquals(Level.WARN, new AuditCheck(trail).check(Duration.ZERO).level());
    }
    Verdict verdict = verify();
    assertEquals(Optional.empty(), verdict.flaw());
    assertTrue(
        verdict.notices().stream().anyMatch(one -> one.contains("clock.set-back")),
        verdict::toString);
  }

  @Test
  @DisplayName("H03 clock set back between two starts: said in a record")
  void h03_setBackWhileStopped_recorded() throws IOException {
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
    }
    lab.time = lab.time.minus(Duration.ofDays(30));
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(2));
    }
    assertEquals(Optional.empty(), verify().flaw());
    assertEquals(1, lines().stream().filter(one -> one.contains("clock.set-back")).count());
  }

  @Test
  @DisplayName("H03 clock a year ahead: said in a record, and nothing is destroyed for its age")
  void h03_setForward_recordedAndNothingDestroyed() throws IOException {
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
    }
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(2));
      trail.platformTime(lab.time);
      lab.time = lab.time.plus(YEAR);
      trail.record(Lab.lasting(3));
      trail.tidy();
    }
    assertEquals(1, verify().first());
    assertEquals(Optional.empty(), verify().flaw());
    assertTrue(verify().notices().stream().anyMatch(one -> one.contains("clock.set-forward")));
  }

  @Test
  @DisplayName("H03 a time before the program was built is refused")
  void h03_beforeTheBuild_refused() throws IOException {
    lab.floor = lab.time;
    lab.time = lab.time.minus(YEAR);
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
      trail.record(Lab.lasting(2));
      assertEquals(Level.WARN, new AuditCheck(trail).check(Duration.ZERO).level());
    }
    String first = lines().get(0);
    assertTrue(first.contains("clock.refused") && first.contains(lab.floor.toString()), first);
    assertEquals(1, lines().stream().filter(one -> one.contains("clock.refused")).count());
  }

  @Test
  void clockCorrectedByASecond_timesDoNotRunBackAndNothingIsSaid() throws IOException {
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
      lab.time = lab.time.minus(Duration.ofMillis(900));
      trail.record(Lab.lasting(2));
    }
    assertEquals(Optional.empty(), verify().flaw());
    assertFalse(lines().stream().anyMatch(one -> one.contains("clock.")));
  }
}
