package egov.kiosk.launcher.command.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.launcher.LabKiosk;
import egov.kiosk.launcher.LabKiosk.Province;
import egov.kiosk.launcher.LabKiosk.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a technician sees of the queue and does to it, beside a running kiosk. */
class OutboxCommandTest {
  @TempDir Path directory;
  private LabKiosk kiosk;
  private SignedEnvelope urgent;
  private SignedEnvelope dead;

  @BeforeEach
  void open() throws Exception {
    kiosk = new LabKiosk(directory, "zj-hz-000001", Province.create());
    urgent = kiosk.queue(MessageKind.INCIDENT, Lane.URGENT);
    dead = kiosk.queue(MessageKind.ITEM, Lane.NORMAL);
    kiosk.queue(MessageKind.ITEM, Lane.NORMAL);
    kiosk.refuse(dead, "CONFLICT");
  }

  @AfterEach
  void close() throws IOException {
    kiosk.close();
  }

  @Test
  void list_filters() {
    assertEquals(3 + 2, kiosk.outbox("list").out().lines().count(), "head, three, sum");
    Said one = kiosk.outbox("list", "--state", "DEAD_LETTER", "--limit", "5");
    assertEquals(0, one.code());
    assertEquals(1 + 2, one.out().lines().count());
    assertTrue(one.out().contains(dead.id().value()) && one.out().contains("CONFLICT"));
    assertTrue(kiosk.outbox("list", "--lane", "URGENT").out().contains(urgent.id().value()));
    assertEquals(2, kiosk.outbox("list", "--state", "LOST").code());
  }

  @Test
  void show_byIdAndByTheNumberOnTheSlip() {
    Said byId = kiosk.outbox("show", dead.id().value());
    assertEquals(0, byId.code(), byId.err());
    assertTrue(byId.out().contains("CONFLICT") && byId.out().contains("what to do"));
    assertEquals(byId.out(), kiosk.outbox("show", "0000 0000 0002").out());
    Said unknown = kiosk.outbox("show", "999999999999");
    assertEquals(1, unknown.code());
    assertEquals("kiosk: no message in the queue has this id or slip number\n", unknown.err());
    assertEquals(2, kiosk.outbox("show", "'; DROP TABLE message").code());
  }

  @Test
  void trace_ofARowFromBeforeTheStart_saysWhatTheRowKnows() {
    Said text = kiosk.run("trace", dead.id().value());
    assertEquals(0, text.code(), text.err());
    assertTrue(
        text.out().matches("(?s)trace " + dead.id() + " from .* keep +dead-letter\\n"), text.out());
    Said otlp = kiosk.run("trace", "--otlp", "0000 0000 0002");
    assertTrue(otlp.out().startsWith("{\"resourceSpans\":["), otlp.out() + otlp.err());
    Said last = kiosk.run("trace", "last");
    assertEquals(1, last.code());
    assertTrue(last.err().contains("after a restart"), last.err());
    assertEquals(2, kiosk.run("trace", "first").code());
  }

  @Test
  void retry_makesDeadLettersPendingAgain() throws Exception {
    assertEquals(2, kiosk.outbox("retry").code(), "which one?");
    Said pending = kiosk.outbox("retry", urgent.id().value());
    assertEquals(1, pending.code());
    assertTrue(pending.err().contains("is no dead letter"), pending.err());
    Said one = kiosk.outbox("retry", "000000000002");
    assertEquals("1 pending again\n", one.out(), one.err());
    assertEquals(DeliveryState.PENDING, kiosk.outbox.find(dead.id().value()).orElseThrow().state());
    kiosk.refuse(dead, "CONFLICT");
    assertEquals("1 pending again\n", kiosk.outbox("retry", "--all-dead").out());
    assertEquals("0 pending again\n", kiosk.outbox("retry", "--all-dead").out());
  }

  @Test
  void verify_besideARunningKiosk_isWhole() {
    Said said = kiosk.outbox("verify");
    assertEquals(0, said.code(), said.out() + said.err());
    assertTrue(
        said.out().contains("is whole: 3 messages, 2 pending, 0 delivered, 1 dead letters"),
        said.out());
  }

  @Test
  void verify_ofAlteredRows_namesThemAndSalvageMendsIt() throws Exception {
    Said running = kiosk.outbox("salvage");
    assertEquals(1, running.code(), running.out());
    assertTrue(running.err().contains("another runtime"), running.err());
    kiosk.close();
    alter(kiosk.queue.resolve("outbox.db"), dead);
    Said bad = kiosk.outbox("verify");
    assertEquals(1, bad.code(), bad.out() + bad.err());
    assertTrue(bad.out().contains("NOT whole") && bad.out().contains("altered: place 2"));
    Said salvaged = kiosk.outbox("salvage");
    assertEquals(0, salvaged.code(), salvaged.err());
    assertTrue(salvaged.out().contains("2 messages are in a fresh file"), salvaged.out());
    assertTrue(salvaged.out().contains("missing: place 2"), salvaged.out());
    Said after = kiosk.outbox("verify");
    assertEquals(0, after.code(), after.out());
    assertTrue(after.out().contains("missing since an earlier loss: place 2"), after.out());
  }

  @Test
  void verify_ofRubbish_saysSo() throws Exception {
    kiosk.close();
    Files.write(
        kiosk.queue.resolve("outbox.db"), "no database".getBytes(StandardCharsets.US_ASCII));
    Said said = kiosk.outbox("verify");
    assertEquals(1, said.code());
    assertTrue((said.out() + said.err()).length() > 20, "it says why");
  }

  @Test
  void help_namesEverySubcommand() {
    String help = kiosk.outbox("--help").out();
    for (String name : List.of("list", "show", "verify", "retry", "export", "import", "salvage")) {
      assertTrue(help.contains("  " + name), name);
    }
  }

  /** Changes one byte of a message where it lies. */
  private static void alter(Path file, SignedEnvelope message) throws IOException {
    byte[] all = Files.readAllBytes(file);
    byte[] wanted = java.util.Arrays.copyOf(message.bytes(), 64);
    for (int i = 0; i + wanted.length < all.length; i++) {
      if (java.util.Arrays.equals(all, i, i + wanted.length, wanted, 0, wanted.length)) {
        all[i + 10] ^= 1;
        Files.write(file, all);
        return;
      }
    }
    throw new AssertionError("the message does not lie in " + file);
  }
}
