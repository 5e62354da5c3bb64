package egov.kiosk.audit.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.audit.Lab;
import egov.kiosk.audit.store.Segment;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditEvent;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.audit.AuditSubject;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operator's log platform gets. */
class ExportTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path temp;
  private Lab lab;
  private List<String> lines;

  @BeforeEach
  void record() throws Exception {
    lab = new Lab(temp.resolve("log"));
    try (AuditTrail trail = lab.open()) {
      for (int i = 0; i < 5; i++) {
        trail.record(Lab.lasting(i));
        lab.pass(Duration.ofMinutes(1));
      }
      trail.record(
          AuditEvent.of(AuditActor.staff("b-17"), AuditAction.STAFF_CHECK, AuditResult.REFUSED)
              .about(AuditSubject.message(TransactionId.create(Lab.NOON))));
      trail.record(
          AuditEvent.of(AuditActor.SYSTEM, AuditAction.OUTBOX_DAMAGED, AuditResult.FAILED));
    }
    lines = Files.readAllLines(Segment.list(lab.directory).get(0).path());
  }

  private void check(List<String> messages) {
    assertEquals(lines.size(), messages.size());
    for (int i = 0; i < lines.size(); i++) {
      Rfc5424 read = Rfc5424.read(messages.get(i));
      assertEquals(13, read.facility);
      assertEquals(Lab.KIOSK, read.host);
      assertEquals("kiosk", read.application);
      assertEquals(lines.get(i), read.text);
      assertEquals(Integer.toString(i + 1), read.data.get("audit@32473").get("seq"));
      assertTrue(lines.get(i).contains(read.data.get("audit@32473").get("sm3")));
      assertTrue(lines.get(i).contains("\"time\":\"" + read.time + "\""));
    }
    Rfc5424 refused = Rfc5424.read(messages.get(6));
    assertEquals(4, refused.severity);
    assertEquals("staff.check", refused.id);
    assertEquals("b-17", refused.data.get("audit@32473").get("code"));
    assertEquals(3, Rfc5424.read(messages.get(7)).severity);
  }

  @Test
  void jsonLines_areTheLinesThemselves() throws IOException {
    Path file = temp.resolve("out.jsonl");
    try (Sink sink = new FileSink(file, Optional.empty())) {
      Exporter.Result result = Exporter.run(lab.directory, 1, Instant.MIN, sink);
      assertEquals(lines.size(), result.records());
    }
    assertEquals(lines, Files.readAllLines(file));
    assertThrows(IOException.class, () -> new FileSink(file, Optional.empty()));
  }

  @Test
  void since_leavesOutWhatWasBefore() throws IOException {
    Path file = temp.resolve("out.jsonl");
    try (Sink sink = new FileSink(file, Optional.empty())) {
      Exporter.run(lab.directory, 1, Lab.NOON.plus(Duration.ofMinutes(2)), sink);
    }
    assertEquals(lines.subList(3, lines.size()), Files.readAllLines(file));
  }

  @Test
  void syslogFile_everyLineIsAMessage() throws IOException {
    Path file = temp.resolve("out.syslog");
    Syslog syslog = new Syslog(Lab.KIOSK, Syslog.DOCUMENTATION);
    try (Sink sink = new FileSink(file, Optional.of(syslog))) {
      Exporter.run(lab.directory, 1, Instant.MIN, sink);
    }
    check(Files.readAllLines(file));
  }

  @Test
  void syslogOverTls_collectorReadsEveryMessageByItsLength() throws Exception {
    try (TlsCollector collector = TlsCollector.start(temp, "dns:localhost,ip:127.0.0.1")) {
      Syslog syslog = new Syslog(Lab.KIOSK, Syslog.DOCUMENTATION);
      try (Sink sink =
          new TlsSink("127.0.0.1", collector.port(), collector.trust(), PATIENCE, syslog)) {
        Exporter.run(lab.directory, 1, Instant.MIN, sink);
      }
      check(collector.messages());
    }
  }

  @Test
  void syslogOverTls_collectorOfAnotherName_refused() throws Exception {
    try (TlsCollector collector = TlsCollector.start(temp, "dns:elsewhere.example")) {
      Syslog syslog = new Syslog(Lab.KIOSK, Syslog.DOCUMENTATION);
      IOException refused =
          assertThrows(
              IOException.class,
              () ->
                  new TlsSink("localhost", collector.port(), collector.trust(), PATIENCE, syslog));
      assertTrue(refused.getMessage().contains("does not name"), refused.getMessage());
    }
  }

  @Test
  void syslogOverTls_collectorNobodyVouchesFor_refused() throws Exception {
    Path other = Files.createDirectory(temp.resolve("other"));
    try (TlsCollector collector = TlsCollector.start(temp, "dns:localhost");
        TlsCollector foreign = TlsCollector.start(other, "dns:localhost")) {
      Syslog syslog = new Syslog(Lab.KIOSK, Syslog.DOCUMENTATION);
      assertThrows(
          IOException.class,
          () -> new TlsSink("localhost", collector.port(), foreign.trust(), PATIENCE, syslog));
    }
  }
}
