package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.store.Segment;
import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start finds after whatever stopped the one before. */
class RecoveryTest {
  @TempDir Path temp;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = new Lab(temp.resolve("log"));
  }

  private Verdict verify() throws IOException {
    return new Verifier(lab.certificates(), List.of()).verify(lab.directory);
  }

  private void run(int records) throws IOException {
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < records; i++) {
        trail.record(Lab.lasting(i));
      }
    }
  }

  private Path newest() throws IOException {
    List<Segment> all = Segment.list(lab.directory);
    return all.get(all.size() - 1).path();
  }

  @Test
  void tornLastLine_atEveryLength_chainGoesOnAndSaysSo() throws IOException {
    lab.keyThere = false;
    run(2);
    Path segment = newest();
    byte[] whole = Files.readAllBytes(segment);
    int lastLine = new String(whole, StandardCharsets.US_ASCII).lastIndexOf('\n', whole.length - 2);
    for (int cut = lastLine + 2; cut < whole.length; cut += 37) {
      for (Segment later : Segment.list(lab.directory)) {
        Files.delete(later.path());
      }
      Files.write(segment, Arrays.copyOf(whole, cut));
      run(1);
      Verdict verdict = verify();
      assertEquals(Optional.empty(), verdict.flaw());
      assertTrue(verdict.notices().get(0).contains((cut - lastLine - 1) + " bytes"));
    }
  }

  @Test
  void firstLineOfASegmentTorn_nextStart_chainGoesOn() throws IOException {
    lab.keyThere = false;
    run(2);
    run(2);
    Path segment = newest();
    Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), 50));
    run(1);
    assertEquals(Optional.empty(), verify().flaw());
  }

  @Test
  void zerosAtTheEnd_afterPowerCut_chainGoesOn() throws IOException {
    lab.keyThere = false;
    run(2);
    Files.write(newest(), new byte[4096], StandardOpenOption.APPEND);
    run(1);
    assertEquals(Optional.empty(), verify().flaw());
  }

  @Test
  void h02_tailCutBehindASignedHead_nextStart_alarmAndNumbersNotUsedAgain() throws IOException {
    run(5);
    Path segment = newest();
    List<String> lines = Files.readAllLines(segment);
    Files.write(segment, lines.subList(0, 3));
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(9));
      assertEquals(Level.FAIL, new AuditCheck(trail).check(Duration.ofSeconds(1)).level());
    }
    Verdict verdict = verify();
    assertEquals(4, verdict.flaw().orElseThrow().sequence());
    assertTrue(verdict.flaw().get().what().contains("missing"));
  }

  @Test
  void h02_putBackToYesterday_platformsAnchorTells() throws IOException {
    run(3);
    Path yesterday = temp.resolve("yesterday");
    Files.createDirectory(yesterday);
    for (Segment one : Segment.list(lab.directory)) {
      Files.copy(one.path(), yesterday.resolve(one.name()));
    }
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
      trail.checkpoint();
      trail.beat();
    }
    AuditAnchor anchor =
        AuditAnchor.parse(lab.sent.get(0).getBytes(StandardCharsets.US_ASCII)).orElseThrow();
    Verdict verdict = new Verifier(lab.certificates(), List.of(anchor)).verify(yesterday);
    assertEquals(verdict.last() + 1, verdict.flaw().orElseThrow().sequence());
    assertEquals(
        Optional.empty(),
        new Verifier(lab.certificates(), List.of(anchor)).verify(lab.directory).flaw());
  }

  @Test
  void h01_recordAlteredWhileStopped_nextStart_alarmAndEvidenceKept() throws IOException {
    run(5);
    Path segment = newest();
    List<String> lines = Files.readAllLines(segment);
    lines.set(2, lines.get(2).replace("\"done\"", "\"failed\""));
    Files.write(segment, lines);
    byte[] evidence = Files.readAllBytes(segment);
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(9));
      assertEquals(Level.FAIL, new AuditCheck(trail).check(Duration.ofSeconds(1)).level());
      trail.tidy();
    }
    assertEquals(3, verify().flaw().orElseThrow().sequence());
    if (Files.exists(segment)) {
      assertTrue(Arrays.equals(evidence, Files.readAllBytes(segment)));
    }
  }

  @Test
  void secondRuntime_sameDirectory_refused() throws IOException {
    try (AuditTrail first = lab.open()) {
      assertThrows(IOException.class, lab::open);
      first.record(Lab.lasting(1));
    }
    assertEquals(Optional.empty(), verify().flaw());
  }

  @Test
  void files_areForTheOwnerOnly() throws IOException {
    run(1);
    try (var files = Files.list(lab.directory)) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------",
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)),
            file::toString);
      }
    }
  }
}
