package egov.kiosk.gateway.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's half of attack test H02: a log that was cut or put back is noticed. */
class AnchorDeskTest {
  static final String KIOSK = "zj-hz-000001";
  static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  private static final String CHAIN = "ab".repeat(16);

  @TempDir Path temp;

  private CertificateAuthority authority;
  private IssuedKey key;
  private AnchorDesk desk;

  @BeforeEach
  void open() throws Exception {
    SecureRandom random = new SecureRandom();
    Instant until = Instant.parse("2027-01-01T00:00:00Z");
    authority = CertificateAuthority.create("lab-root", NOW.minusSeconds(60), until, random);
    key = authority.issue(KIOSK, CertificateUse.SIGN, NOW.minusSeconds(60), until);
    PemFiles.writeCertificates(temp.resolve("ca.pem"), List.of(authority.certificate()));
    desk = open(temp.resolve("ca.pem"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static String sm3(long sequence, String branch) {
    return HexFormat.of()
        .formatHex(Sm3.digest((sequence + branch).getBytes(StandardCharsets.US_ASCII)));
  }

  private Judgement take(String chain, long sequence, long previous, String branch)
      throws Exception {
    return take(KIOSK, key, chain, sequence, previous, branch);
  }

  private Judgement take(
      String kiosk, IssuedKey by, String chain, long sequence, long previous, String branch)
      throws Exception {
    AuditHead head =
        new AuditHead(
            kiosk,
            chain,
            sequence,
            sm3(sequence, branch),
            NOW,
            "0".repeat(16),
            HexFormat.of().formatHex(Sm3.digest(by.certificate().encoded())),
            previous,
            previous == 0 ? AuditHead.ZERO : sm3(previous, branch));
    byte[] signature = new Sm2Signing(by.key(), new SecureRandom()).sign(head.signedBytes());
    AuditAnchor anchor = new AuditAnchor(head, by.certificate().encoded(), signature);
    return desk.take(KIOSK, anchor.json().getBytes(StandardCharsets.US_ASCII));
  }

  /** Where heads are kept; a database in {@link PostgresAnchorsTest}. */
  AnchorDesk open(Path authorities) throws Exception {
    return AnchorDesk.open(temp.resolve("audit"), authorities, () -> NOW);
  }

  /** How many heads are kept. */
  int kept() throws Exception {
    Path file = temp.resolve("audit/" + KIOSK + ".anchors");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }

  /** Whether a finding says this. */
  boolean found(String word) throws Exception {
    Path findings = temp.resolve("audit/findings");
    return Files.exists(findings) && Files.readString(findings).contains(word);
  }

  @Test
  void headsInOrder_lateOnesAndRepeatedOnes_noFinding() throws Exception {
    assertEquals(Judgement.FIRST, take(CHAIN, 10, 0, ""));
    assertEquals(Judgement.GOES_ON, take(CHAIN, 20, 10, ""));
    assertEquals(Judgement.KNOWN, take(CHAIN, 20, 10, ""));
    assertEquals(Judgement.GOES_ON, take(CHAIN, 40, 30, ""));
    assertEquals(Judgement.KNOWN, take(CHAIN, 30, 20, ""));
    assertFalse(found(KIOSK));
    assertEquals(3, kept());
  }

  @Test
  @DisplayName("H02 kiosk put back to an older copy: noticed at its next head")
  void h02_putBack_rolledBack() throws Exception {
    take(CHAIN, 10, 0, "");
    take(CHAIN, 20, 10, "");
    assertEquals(Judgement.ROLLED_BACK, take(CHAIN, 30, 10, ""));
    assertTrue(found("ROLLED_BACK head 30 after 10, known up to 20"));
  }

  @Test
  @DisplayName("H02 kiosk put back and ending before the platform's head")
  void h02_endsBefore_rolledBack() throws Exception {
    take(CHAIN, 20, 0, "");
    assertEquals(Judgement.ROLLED_BACK, take(CHAIN, 15, 10, ""));
  }

  @Test
  @DisplayName("H01 records hashed anew: another digest at the same place")
  void h01_rechained_forked() throws Exception {
    take(CHAIN, 10, 0, "");
    assertEquals(Judgement.FORKED, take(CHAIN, 10, 0, "other"));
    assertEquals(Judgement.FORKED, take(CHAIN, 20, 10, "third"));
  }

  @Test
  void manyHeads_theNewestAreKept() throws Exception {
    for (int at = 1; at <= AnchorBook.MOST + 3; at++) {
      take(CHAIN, at * 10L, (at - 1) * 10L, "");
    }
    assertEquals(AnchorBook.MOST, kept());
    desk.close();
    desk = open(temp.resolve("ca.pem"));
    assertEquals(Judgement.ROLLED_BACK, take(CHAIN, 999, 10, ""));
  }

  @Test
  void chainBegunAnew_newChain() throws Exception {
    take(CHAIN, 10, 0, "");
    assertEquals(Judgement.NEW_CHAIN, take("cd".repeat(16), 3, 0, ""));
  }

  @Test
  void foreignKeyForeignKioskOrAnyBytes_refusedAndNothingKept() throws Exception {
    IssuedKey other =
        authority.issue("zj-hz-000002", CertificateUse.SIGN, NOW, NOW.plusSeconds(60));
    assertEquals(Judgement.REFUSED, take("zj-hz-000002", other, CHAIN, 10, 0, ""));
    assertEquals(Judgement.REFUSED, take(KIOSK, other, CHAIN, 10, 0, ""));
    assertEquals(Judgement.REFUSED, desk.take(KIOSK, new byte[9000]));
    assertEquals(0, kept());
    assertTrue(found("REFUSED"));
  }
}
