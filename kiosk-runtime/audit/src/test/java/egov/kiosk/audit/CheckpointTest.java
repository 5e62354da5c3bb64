package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.verify.Verdict;
import egov.kiosk.audit.verify.Verifier;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When heads are signed, and how they reach the platform. */
class CheckpointTest {
  @TempDir Path temp;
  private Lab lab;

  @BeforeEach
  void open() throws Exception {
    lab = new Lab(temp.resolve("log"));
  }

  private AuditHead sent(int i) {
    return AuditAnchor.parse(lab.sent.get(i).getBytes(StandardCharsets.US_ASCII))
        .orElseThrow()
        .head();
  }

  private Verdict verify() throws IOException {
    return new Verifier(lab.certificates(), List.of()).verify(lab.directory);
  }

  @Test
  void everyTenRecords_aHeadIsSignedAndSent() throws IOException {
    lab.often = new TrailSettings(10, Duration.ofHours(1));
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 35; i++) {
        trail.record(Lab.lasting(i));
        trail.beat();
        lab.pass(Duration.ofSeconds(1));
      }
      assertTrue(lab.sent.size() >= 3, () -> lab.sent.size() + " heads");
      assertEquals(sent(0).sequence(), sent(1).previousSequence());
      assertEquals(sent(0).sm3(), sent(1).previousSm3());
    }
  }

  @Test
  void nothingNew_noFurtherHead() throws IOException {
    lab.often = new TrailSettings(1000, Duration.ofMinutes(1));
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
      for (int i = 0; i < 10; i++) {
        lab.pass(Duration.ofMinutes(2));
        trail.beat();
      }
    }
    assertEquals(1, lab.sent.size());
  }

  @Test
  void lineDown_newestHeadIsRememberedOverARestartAndSentOnce() throws IOException {
    lab.takes = false;
    for (int run = 0; run < 3; run++) {
      try (AuditTrail trail = lab.open()) {
        trail.record(Lab.lasting(run));
        trail.beat();
      }
    }
    lab.takes = true;
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 4; i++) {
        trail.beat();
        lab.pass(Duration.ofSeconds(11));
      }
    }
    assertEquals(1, lab.sent.size());
    // Two heads were tried in vain before: the newest of them is the one before this.
    assertTrue(sent(0).previousSequence() > 0);
    assertEquals(verify().covered(), sent(0).sequence());
  }

  @Test
  void keyGone_recordsGoOn_andHeadIsSignedOnceItIsBack() throws IOException {
    lab.often = new TrailSettings(5, Duration.ofHours(1));
    lab.keyThere = false;
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 20; i++) {
        trail.record(Lab.lasting(i));
        trail.beat();
      }
      assertEquals(0, verify().checkpoints());
      lab.keyThere = true;
      lab.pass(Duration.ofMinutes(1));
      trail.beat();
      assertEquals(1, verify().checkpoints());
    }
  }

  @Test
  void anotherKiosksCertificate_verify_saysWhoseSignatureIsMissing() throws Exception {
    try (AuditTrail trail = lab.open()) {
      trail.record(Lab.lasting(1));
    }
    Lab other = new Lab(temp.resolve("other"));
    Verdict verdict = new Verifier(other.certificates(), List.of()).verify(lab.directory);
    assertTrue(verdict.flaw().orElseThrow().what().contains("was not given"));
    assertEquals(Optional.empty(), new Verifier(List.of(), List.of()).verify(lab.directory).flaw());
  }

  @Test
  void anchor_anyOtherText_notRead() {
    assertEquals(Optional.empty(), AuditAnchor.parse("{}".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(Optional.empty(), AuditAnchor.parse(new byte[100_000]));
  }
}
