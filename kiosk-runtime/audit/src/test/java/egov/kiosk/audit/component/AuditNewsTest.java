package egov.kiosk.audit.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.Lab;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the agent says of receipts nobody should believe. */
class AuditNewsTest {
  @TempDir Path temp;

  @Test
  void refusedReceipts_oneRecordForEachReason() throws Exception {
    Lab lab = new Lab(temp.resolve("log"));
    AuditNews news = new AuditNews();
    news.refused("nobody listens yet");
    try (AuditTrail trail = lab.open()) {
      news.pass(trail, null);
      for (int i = 0; i < 50; i++) {
        for (Reason reason : Reason.values()) {
          news.refused(reason.name());
        }
        news.refused("DIGEST_MISMATCH");
      }
      trail.beat();
    }
    String log = Files.readString(Segment.list(lab.directory).get(0).path());
    assertEquals(Reason.values().length + 1, count(log, "receipt.refused"));
    for (Reason reason : Reason.values()) {
      assertEquals(1, count(log, "\"" + reason.name() + "\""), log);
    }
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
