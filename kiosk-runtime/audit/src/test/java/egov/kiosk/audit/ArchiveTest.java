package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.store.ExportMark;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments: closed, packed, kept for six months within a budget, destroyed with a record. */
class ArchiveTest {
  @TempDir Path temp;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = new Lab(temp.resolve("log"));
    lab.segmentBytes = 4096;
  }

  private Verdict verify() throws IOException {
    return new Verifier(lab.certificates(), List.of()).verify(lab.directory);
  }

  private void days(AuditTrail trail, int days) throws IOException {
    for (int day = 0; day < days; day++) {
      trail.beat();
      for (int i = 0; i < 3; i++) {
        trail.record(Lab.lasting(i));
      }
      trail.beat();
      lab.pass(Duration.ofDays(1));
    }
  }

  @Test
  void everyDay_aSegmentClosedBySignedHeadAndPacked() throws IOException {
    try (AuditTrail trail = lab.open()) {
      days(trail, 5);
      trail.tidy();
      List<Segment> all = Segment.list(lab.directory);
      assertEquals(5, all.size());
      assertTrue(all.get(0).packed() && all.get(3).packed() && !all.get(4).packed());
    }
    Verdict verdict = verify();
    assertEquals(Optional.empty(), verdict.flaw());
    assertTrue(verdict.checkpoints() >= 5);
  }

  @Test
  void segmentFull_closedAndAnotherBegun() throws IOException {
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 60; i++) {
        trail.record(Lab.lasting(i));
        trail.beat();
      }
    }
    assertTrue(Segment.list(lab.directory).size() > 3);
    assertEquals(Optional.empty(), verify().flaw());
  }

  @Test
  void olderThanRetention_byThePlatformsTime_destroyedWithARecord() throws IOException {
    try (AuditTrail trail = lab.open()) {
      days(trail, 5);
      trail.platformTime(Lab.NOON.plus(Duration.ofDays(184 + 2)));
      trail.tidy();
    }
    Verdict verdict = verify();
    assertEquals(Optional.empty(), verdict.flaw());
    assertTrue(verdict.first() > 1, verdict::toString);
    assertTrue(
        verdict.notices().stream().anyMatch(one -> one.contains("destroyed, for retention")));
    assertEquals(4, Segment.list(lab.directory).size());
  }

  @Test
  void olderThanRetention_byNobodysTimeButTheKiosks_kept() throws IOException {
    try (AuditTrail trail = lab.open()) {
      days(trail, 3);
      lab.pass(Duration.ofDays(400));
      trail.record(Lab.lasting(1));
      trail.tidy();
    }
    assertEquals(1, verify().first());
  }

  @Test
  void oldestFileRemovedByHand_noRecordOfIt_found() throws IOException {
    try (AuditTrail trail = lab.open()) {
      days(trail, 4);
    }
    Files.delete(Segment.list(lab.directory).get(0).path());
    assertEquals(1, verify().flaw().orElseThrow().sequence());
  }

  @Test
  @DisplayName("H05 budget used up: nothing unexported is overwritten, administration is refused")
  void h05_budgetUsedUp_refusedUntilExported() throws Exception {
    lab.budgetBytes = 6 * 4096;
    try (AuditTrail trail = lab.open()) {
      fill(trail);
      trail.record(Lab.lasting(1));
      trail.tidy();
      assertEquals(1, verify().first());
      assertEquals(Level.FAIL, new AuditCheck(trail).check(Duration.ZERO).level());
      assertFalse(trail.accepting(), "no business that cannot be recorded");

      assertTrue(new ExportMark(lab.directory).note(1, verify().last()));
      lab.pass(Duration.ofSeconds(2));
      trail.tidy();
      lab.pass(Duration.ofSeconds(2));
      trail.flush();
      assertTrue(trail.accepting());
      trail.require(Lab.lasting(2));
    }
    Verdict verdict = verify();
    assertEquals(Optional.empty(), verdict.flaw());
    assertTrue(verdict.first() > 1);
    assertTrue(verdict.notices().stream().anyMatch(one -> one.contains("for budget")));
    assertTrue(verdict.notices().stream().anyMatch(one -> one.contains("log.lost")));
  }

  /** Packing makes room several times; then there is none left. */
  private void fill(AuditTrail trail) throws IOException {
    for (int refused = 0; refused < 2; ) {
      try {
        trail.require(Lab.lasting(1));
        trail.beat();
        refused = 0;
      } catch (AuditUnavailableException e) {
        assertEquals(AuditUnavailableException.Reason.FULL, e.reason());
        refused++;
        trail.tidy();
        lab.pass(Duration.ofSeconds(2));
      }
    }
  }

  @Test
  void exportedButNoHeadWentToThePlatform_budgetUsedUp_kept() throws Exception {
    lab.budgetBytes = 6 * 4096;
    lab.keyThere = false;
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 100; i++) {
        trail.record(Lab.lasting(i));
        trail.beat();
      }
      new ExportMark(lab.directory).note(1, verify().last());
      trail.tidy();
      assertEquals(1, verify().first());
    }
  }

  @Test
  void exportMark_withAGap_notMoved() throws IOException {
    Files.createDirectories(lab.directory);
    ExportMark mark = new ExportMark(lab.directory);
    assertTrue(mark.note(1, 10));
    assertFalse(mark.note(12, 20));
    assertTrue(mark.note(5, 20));
    assertEquals(20, mark.read());
  }
}
