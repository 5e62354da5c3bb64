package egov.kiosk.gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.attachment.AttachmentDesk;
import egov.kiosk.gateway.field.Grids;
import egov.kiosk.gateway.field.NewHouseholds;
import egov.kiosk.gateway.field.RescuedDrafts;
import egov.kiosk.gateway.intake.Verdict.Kind;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** THREATS.md K04 on the platform's side, and drafts of wiped tablets. */
class FieldIntakeTest {
  private static final Map<String, String> OWN = Map.of("grid", "3501-03", "worker", "W-12");

  @TempDir Path directory;

  private GatewayLab lab;
  private JournalStore store;
  private Intake intake;

  @BeforeEach
  void start() throws Exception {
    lab = GatewayLab.at(directory);
    store = JournalStore.open(directory.resolve("store"));
    Path grids =
        Files.writeString(directory.resolve("grids.txt"), GatewayLab.A + " 3501-03 W-12\n");
    GatewayKeys keys = GatewayKeys.read(lab.pki(), Clock.systemUTC(), new SecureRandom());
    intake =
        new Intake(
            new Inspection(
                keys::opener,
                new CanonicalMessageCodec(),
                Optional.empty(),
                Grids.of(grids),
                Clock.systemUTC()),
            store,
            AttachmentDesk.closed(),
            Clock.systemUTC());
  }

  @AfterEach
  void stop() throws Exception {
    store.close();
  }

  /** The list of grids as it is from now on. */
  private void grids(String text) throws Exception {
    Path file = directory.resolve("grids.txt");
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(10)));
  }

  private Verdict take(String kiosk, TransactionId id, String item, Map<String, String> form)
      throws Exception {
    byte[] envelope = lab.seal(lab.key(kiosk), Paper.field(kiosk, id, item, form)).bytes();
    return intake.take(
        new Incoming("egov/1/" + kiosk + "/up/tx/item", Optional.empty(), envelope, () -> {}));
  }

  private static void assertRefused(Verdict verdict) {
    assertEquals(Kind.REFUSED, verdict.kind(), "it was taken");
    assertEquals("OTHER_GRID", verdict.receipt().orElseThrow().reason().orElseThrow());
  }

  @Test
  @DisplayName("K04 a visit, event or track of a grid that is not the signer's is refused by name")
  void k04_messageOfAnotherGrid_isRefusedWithItsReason_andNothingIsKept() throws Exception {
    for (String item : new String[] {"GRID-VISIT", "GRID-EVENT", "GRID-PATROL", "GRID-RESULT"}) {
      Map<String, String> other = Map.of("grid", "3501-04", "worker", "W-12");
      assertRefused(take(GatewayLab.A, GatewayLab.id(), item, other));
      assertRefused(
          take(GatewayLab.A, GatewayLab.id(), item, Map.of("grid", "3501-03", "worker", "W-13")));
      assertRefused(take(GatewayLab.B, GatewayLab.id(), item, OWN));
      assertRefused(take(GatewayLab.A, GatewayLab.id(), item, Map.of("worker", "W-12")));
    }
    assertEquals(0, store.totals().transactions());
    assertEquals(Kind.ACCEPTED, take(GatewayLab.A, GatewayLab.id(), "GRID-VISIT", OWN).kind());
    assertEquals(
        Kind.ACCEPTED,
        take(GatewayLab.B, GatewayLab.id(), "QUERY-1", Map.of("grid", "3501-04")).kind(),
        "only field work speaks of grids");
  }

  @Test
  void takenMessage_afterItsGridWentToAnother_isAnsweredAsBefore() throws Exception {
    TransactionId id = GatewayLab.id();
    byte[] envelope =
        lab.seal(lab.key(GatewayLab.A), Paper.field(GatewayLab.A, id, "GRID-VISIT", OWN)).bytes();
    Incoming message =
        new Incoming(
            "egov/1/" + GatewayLab.A + "/up/tx/item", Optional.empty(), envelope, () -> {});
    Verdict first = intake.take(message);
    assertEquals(Kind.ACCEPTED, first.kind());
    grids(GatewayLab.B + " 3501-03 W-12\n");
    Verdict again = intake.take(message);
    assertEquals(Kind.DUPLICATE, again.kind());
    assertEquals(first.receipt(), again.receipt());
    assertRefused(take(GatewayLab.A, GatewayLab.id(), "GRID-VISIT", OWN));
    assertEquals(1, store.totals().transactions());
  }

  @Test
  void rescuedDraft_deliveredAgain_isSaidOnce() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Books.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try {
      byte[] envelope =
          lab.seal(
                  lab.key(GatewayLab.A),
                  Paper.field(GatewayLab.A, GatewayLab.id(), "GRID-RESCUED", OWN))
              .bytes();
      for (int time = 0; time < 3; time++) {
        intake.take(
            new Incoming(
                "egov/1/" + GatewayLab.A + "/up/tx/item", Optional.empty(), envelope, () -> {}));
      }
    } finally {
      logger.detachAppender(lines);
    }
    assertEquals(1, lines.list.size(), lines.list::toString);
  }

  @Test
  void rescuedDraft_isTakenWhereverItIsFrom_andFoundByWorkerAndTask() throws Exception {
    TransactionId id = GatewayLab.id();
    Map<String, String> form =
        Map.of("grid", "3501-04", "worker", "W-12", "taskId", "T1", "kind", "VISIT");
    assertEquals(Kind.ACCEPTED, take(GatewayLab.A, id, "GRID-RESCUED", form).kind());
    take(GatewayLab.A, GatewayLab.id(), "GRID-VISIT", OWN);
    RescuedDrafts drafts = new RescuedDrafts(store);
    String found = drafts.answer("rescued worker=W-12 taskId=T1");
    assertTrue(found.startsWith("ok rescued=1; " + id + " " + GatewayLab.A), found);
    assertTrue(found.endsWith(store.whereabouts(id)), found);
    assertEquals("ok rescued=0", drafts.answer("rescued worker=W-1"));
    assertEquals("ok rescued=0", drafts.answer("rescued worker=W-12 taskId=T2"));
    assertTrue(drafts.answer("rescued").startsWith("ok rescued=1;"));
  }

  @Test
  void newHousehold_isTakenOfItsOwnGridOnly_listedOnce_andFoundByGrid() throws Exception {
    TransactionId id = GatewayLab.id();
    Map<String, String> form =
        Map.of(
            "grid",
            "3501-03",
            "worker",
            "W-12",
            "houseId",
            "NEW-" + id,
            "houseKind",
            "NEW_HOUSEHOLD",
            "address",
            "14号楼1单元501");
    byte[] envelope =
        lab.seal(lab.key(GatewayLab.A), Paper.field(GatewayLab.A, id, "GRID-VISIT", form)).bytes();
    Incoming message =
        new Incoming(
            "egov/1/" + GatewayLab.A + "/up/tx/item", Optional.empty(), envelope, () -> {});
    assertEquals(Kind.ACCEPTED, intake.take(message).kind());
    assertEquals(Kind.DUPLICATE, intake.take(message).kind());
    assertRefused(take(GatewayLab.B, GatewayLab.id(), "GRID-VISIT", form));
    take(GatewayLab.A, GatewayLab.id(), "GRID-VISIT", OWN);
    NewHouseholds houses = new NewHouseholds(store);
    String found = houses.answer("new-households grid=3501-03");
    assertTrue(found.startsWith("ok new-households=1; " + id + " " + GatewayLab.A), found);
    assertTrue(found.contains(" houseId=NEW-" + id + " "), found);
    assertTrue(!found.contains("号楼"), "an address is nothing for a list: " + found);
    assertEquals("ok new-households=0", houses.answer("new-households grid=3501-04"));
    assertEquals("ok rescued=0", new RescuedDrafts(store).answer("rescued"));
  }
}
