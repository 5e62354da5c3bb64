package egov.kiosk.platform.field;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.contract.ReceivedTransaction;
import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.StaffRole;
import egov.kiosk.domain.field.DraftKind;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.desk.FieldDesk.Beginning;
import egov.kiosk.fieldwork.desk.Sent;
import egov.kiosk.gateway.field.RescuedDrafts;
import egov.kiosk.gateway.journal.JournalStore;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.platform.Lab;
import egov.kiosk.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tablets that are lost or in the wrong place, and what the platform has of them. */
@Timeout(300)
class LostTabletTest {
  private static final Badge WORKER = new Badge("W-12");
  private static final String TYPED = "楼道里住着一位老人";

  @TempDir Path directory;
  private Lab lab;

  @BeforeEach
  void laboratory() throws Exception {
    lab = Lab.at(directory);
  }

  private FieldTablet tablet(Platform platform) throws Exception {
    return new FieldTablet(lab, platform.port(), Files.createDirectory(directory.resolve("t")));
  }

  private static DraftView event(FieldTablet tablet, String text) throws Exception {
    DraftView draft =
        tablet.work.begin(
            WORKER,
            new Beginning(DraftKind.EVENT, Optional.empty(), Optional.empty(), Optional.empty()));
    tablet.work.answer(WORKER, draft.id(), "text", text);
    return draft;
  }

  @Test
  @DisplayName("K02 five wrong PINs offline: the draft reaches the platform once, nothing stays")
  void k02_wipedWithoutALine_theDraftArrivesOnce_andIsFoundAndReadByThePlatformAlone()
      throws Exception {
    FieldTablet.worksIn(lab, FieldTablet.GRID.code());
    String id;
    try (Platform platform = lab.platform();
        FieldTablet tablet = tablet(platform)) {
      await().atMost(Duration.ofSeconds(60)).until(tablet::online);
      platform.stopBroker();
      DraftView draft = event(tablet, TYPED);
      id = draft.id();
      tablet.work.photo(WORKER, id, "photo", FieldDayTest.jpeg(7));
      tablet.wipe.lockedOut(StaffRole.GRID_WORKER);
      tablet.wipe.lockedOut(StaffRole.GRID_WORKER);
      assertThrows(FieldException.class, () -> tablet.work.draft(WORKER, id));
      assertEquals(List.of(), left(directory.resolve("t/field")));
      platform.startBroker();
      await().atMost(Duration.ofSeconds(120)).until(() -> tablet.outbox.counts().pending() == 0);
    }
    Path platform = directory.resolve("platform");
    try (JournalStore store = JournalStore.open(platform)) {
      String found = new RescuedDrafts(store).answer("rescued worker=W-12 kind=EVENT");
      assertTrue(found.startsWith("ok rescued=1; " + id), found);
      read(store.envelope(new TransactionId(id)).orElseThrow());
    }
  }

  /** As the platform's own systems read it: message, key, content, photo. */
  private void read(byte[] envelope) throws Exception {
    GatewayKeys keys = GatewayKeys.read(lab.pki(), Clock.systemUTC(), new SecureRandom());
    ReceivedTransaction message =
        (ReceivedTransaction)
            new CanonicalMessageCodec().decode(keys.opener().open(envelope).content());
    String key = message.form().get("key");
    Sm4ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
    boolean content = false;
    boolean photo = false;
    for (Path file : files(directory.resolve("platform/attachments/" + Lab.A))) {
      TransactionId id = new TransactionId(file.getFileName().toString().substring(0, 36));
      byte[] sealed = Files.readAllBytes(file);
      Optional<byte[]> first = cipher.open(key, id, 0, sealed);
      Optional<byte[]> second = cipher.open(key, id, 1, sealed);
      content |=
          first
              .filter(plain -> new String(plain, StandardCharsets.UTF_8).contains(TYPED))
              .isPresent();
      photo |= second.filter(one -> java.util.Arrays.equals(one, FieldDayTest.jpeg(7))).isPresent();
    }
    assertTrue(content && photo, "content " + content + ", photo " + photo);
  }

  private static List<Path> files(Path root) throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** What is left on the tablet but the counter of numbers. */
  private static List<Path> left(Path field) throws Exception {
    return files(field).stream().filter(file -> !file.endsWith("book/number")).toList();
  }

  @Test
  @DisplayName("K04 a tablet in another grid: refused by name, seen by the worker, sent again")
  void k04_otherGrid_isADeadLetterWithItsReason_untilTheListIsMended() throws Exception {
    FieldTablet.worksIn(lab, "350102-001-04");
    try (Platform platform = lab.platform();
        FieldTablet tablet = tablet(platform)) {
      await().atMost(Duration.ofSeconds(60)).until(tablet::online);
      DraftView draft = event(tablet, "x");
      tablet.work.answer(WORKER, draft.id(), "category", "FIRE");
      tablet.work.answer(WORKER, draft.id(), "how", "UP");
      tablet.work.handIn(WORKER, draft.id());
      await().atMost(Duration.ofSeconds(60)).until(() -> sent(tablet).state().equals("REFUSED"));
      assertEquals("OTHER_GRID", sent(tablet).reason());
      assertFalse(platform.find(new TransactionId(draft.id())).isPresent());
      FieldTablet.worksIn(lab, FieldTablet.GRID.code());
      Files.setLastModifiedTime(
          lab.pki().resolve("grids.txt"), FileTime.from(Instant.now().plusSeconds(5)));
      assertTrue(tablet.outbox.retry(new TransactionId(draft.id())));
      await().atMost(Duration.ofSeconds(60)).until(() -> sent(tablet).state().equals("ARRIVED"));
    }
  }

  private static Sent sent(FieldTablet tablet) throws Exception {
    return tablet.work.sync(WORKER).sent().get(0);
  }
}
