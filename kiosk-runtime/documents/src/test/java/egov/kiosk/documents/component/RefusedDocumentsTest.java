package egov.kiosk.documents.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.document.DocumentCheck;
import egov.kiosk.domain.document.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusedDocumentsTest {
  private final List<AuditEvent> told = new ArrayList<>();
  private final AuditLog log =
      new AuditLog() {
        @Override
        public void record(AuditEvent event) {
          told.add(event);
        }

        @Override
        public void require(AuditEvent event) {
          told.add(event);
        }
      };

  private static DocumentCheck check(Verdict verdict) {
    return new DocumentCheck(verdict, "as the test wants", Optional.empty());
  }

  @Test
  void everyVerdictButValid_isOneRecordAMinute() {
    long[] nanos = {0};
    RefusedDocuments refused = new RefusedDocuments(() -> nanos[0]);
    refused.tell(log);
    for (int round = 0; round < 3; round++) {
      for (Verdict verdict : Verdict.values()) {
        assertEquals(verdict, refused.note(check(verdict)).verdict());
      }
    }
    assertEquals(Verdict.values().length - 1, told.size());
    told.forEach(event -> assertEquals(AuditAction.DOCUMENT_REFUSED, event.action()));
    nanos[0] = 60_000_000_000L;
    refused.note(check(Verdict.ALTERED));
    assertEquals("[ALTERED, 3]", told.get(told.size() - 1).attributes().values().toString());
    refused.leave(log);
    nanos[0] = 120_000_000_000L;
    refused.note(check(Verdict.ALTERED));
    assertEquals(Verdict.values().length, told.size(), "nobody listens any more");
  }

  @Test
  void service_recordsWhatItRefuses() {
    DocumentsComponent component =
        new DocumentsComponent(
            () -> null,
            InstantSource.system(),
            new DocumentsSettings(
                Optional.empty(), Optional.empty(), Optional.empty(), "seal-maker", List.of()));
    component.bindAudit(log);
    component.verify("no document".getBytes(StandardCharsets.US_ASCII));
    assertEquals("[UNSUPPORTED, 1]", told.get(0).attributes().values().toString());
  }
}
