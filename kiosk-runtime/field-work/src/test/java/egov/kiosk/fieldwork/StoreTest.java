package egov.kiosk.fieldwork;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.rest.KeyEvents;
import egov.kiosk.crypto.rest.OpenWrapping;
import egov.kiosk.crypto.rest.RestKeys;
import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import egov.kiosk.domain.field.FieldStore.Shelf;
import egov.kiosk.domain.rest.RestBox;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.WithoutKeys;
import egov.kiosk.fieldwork.desk.DraftView;
import egov.kiosk.fieldwork.store.PosixDisk;
import egov.kiosk.fieldwork.store.SealedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies on the disk, and who can read it. */
class StoreTest {
  private static final Path ROOT = Path.of("/field");

  @TempDir Path directory;

  @Test
  void put_powerCutAtEveryStep_isTheOldOrTheNewAndNeverAPart() throws Exception {
    byte[] old = "before".repeat(100).getBytes(StandardCharsets.UTF_8);
    byte[] young = "after".repeat(200).getBytes(StandardCharsets.UTF_8);
    for (int step = 0; step < 40; step++) {
      World world = new World(step);
      SealedFiles files = SealedFiles.open(ROOT, world, new WithoutKeys());
      files.put(Shelf.DRAFT, "d1", old);
      world.cutAfter(step % 8);
      boolean returned = false;
      try {
        files.put(Shelf.DRAFT, "d1", young);
        returned = true;
      } catch (PowerCut e) {
        // The lights are out.
      }
      world.powerUp();
      byte[] found =
          SealedFiles.open(ROOT, world, new WithoutKeys()).get(Shelf.DRAFT, "d1").orElseThrow();
      assertTrue(found.length == young.length || found.length == old.length, "step " + step);
      assertArrayEquals(found.length == young.length ? young : old, found, "step " + step);
      assertTrue(!returned || found.length == young.length, "what returned is kept");
    }
  }

  private RestKeys keys(String name) throws Exception {
    KeyEvents silent =
        new KeyEvents() {
          @Override
          public void made(RestKeyId key) {}

          @Override
          public void destroyed(RestKeyId key) {}

          @Override
          public void lost(Path aside) {}
        };
    return RestKeys.open(
        directory.resolve(name),
        new OpenWrapping(),
        InstantSource.system(),
        new SecureRandom(),
        silent);
  }

  private Tablet tablet(RestBox box) throws FieldException {
    return Tablet.on(new PosixDisk(), directory.resolve("field"), box);
  }

  private static List<Path> files(Path root) throws Exception {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  @DisplayName("K01 the data directory on another machine is unreadable, and untouched by it")
  void k01_directoryCopiedToAnotherMachine_isRefusedAndLeftAlone() throws Exception {
    tablet(keys("keys")).orders.run(Tablet.morning());
    byte[] before = Files.readAllBytes(files(directory.resolve("field")).get(0));
    FieldException refused = assertThrows(FieldException.class, () -> tablet(keys("others")));
    assertEquals(Reason.KEYS, refused.reason());
    assertEquals(
        Reason.KEYS, assertThrows(FieldException.class, () -> tablet(new WithoutKeys())).reason());
    assertArrayEquals(before, Files.readAllBytes(files(directory.resolve("field")).get(0)));
  }

  @Test
  @DisplayName("K05 what a backup of the directory holds is ciphertext")
  void k05_everyFileOfAFullTablet_showsNoWordOfIt() throws Exception {
    Tablet tablet = tablet(keys("keys"));
    tablet.orders.run(Tablet.morning());
    DraftView draft = tablet.visit("H1");
    tablet.work.answer(Tablet.WORKER, draft.id(), "note", "鄣标记MARKER");
    tablet.work.photo(Tablet.WORKER, draft.id(), "photo", Tablet.jpeg(1));
    tablet.complete(draft);
    tablet.work.handIn(Tablet.WORKER, draft.id());
    DraftView second = tablet.visit("H2");
    tablet.work.answer(Tablet.WORKER, second.id(), "note", "鄣标记MARKER");
    tablet.work.photo(Tablet.WORKER, second.id(), "photo", Tablet.jpeg(2));
    List<String> words =
        List.of("MARKER", "鄣", "李春梅", "11010519491231002X", "13800001234", "3号楼", "独居", "W-12");
    List<Path> files = files(directory.resolve("field"));
    assertTrue(files.size() >= 7, files.toString());
    for (Path file : files) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      for (String word : words) {
        assertFalse(text.contains(word), file.getFileName() + " shows a word");
      }
      assertFalse(
          indexOf(Files.readAllBytes(file), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
          "a photo lies open");
      assertEquals(
          "rw-------",
          java.nio.file.attribute.PosixFilePermissions.toString(
              Files.getPosixFilePermissions(file)));
    }
  }

  private static boolean indexOf(byte[] where, byte[] what) {
    for (int i = 0; i + what.length <= where.length; i++) {
      if (java.util.Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void files_movedOrAltered_areNotRead_andTheRestIs() throws Exception {
    Tablet tablet = tablet(keys("keys"));
    tablet.orders.run(Tablet.morning());
    Path houses = directory.resolve("field/house");
    Files.copy(
        houses.resolve("H1"),
        houses.resolve("H2"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertEquals(1, tablet.work.houses().size());
    assertEquals(1, tablet.work.today(Tablet.WORKER).damaged());
    assertEquals(
        egov.kiosk.domain.health.Level.FAIL,
        new FieldCheck(tablet.work).check(java.time.Duration.ofSeconds(5)).level());
    assertEquals(
        Reason.DAMAGED, assertThrows(FieldException.class, () -> tablet.visit("H2")).reason());
  }

  @Test
  void rotation_sealsAnew_soThatTheFormerKeyCanGo() throws Exception {
    RestKeys keys = keys("keys");
    Tablet tablet = tablet(keys);
    tablet.orders.run(Tablet.morning());
    RestKeyId former = keys.current();
    keys.rotate();
    SealedFiles files = SealedFiles.open(directory.resolve("field"), new PosixDisk(), keys);
    assertFalse(keys.current().equals(former));
    List<RestKeyId> used = new ArrayList<>();
    for (Path file : files(directory.resolve("field"))) {
      used.add(RestKeyId.of(Files.readAllBytes(file)));
    }
    assertTrue(used.stream().allMatch(keys.current()::equals));
    assertFalse(keys.knows(former), "nothing needs it, so it is destroyed");
    assertEquals(Optional.empty(), files.get(Shelf.HOUSE, "H9"));
  }
}
