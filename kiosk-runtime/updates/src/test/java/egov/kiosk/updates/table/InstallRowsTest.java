package egov.kiosk.updates.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import egov.kiosk.updates.lab.Archive;
import egov.kiosk.updates.lab.Kiosk;
import egov.kiosk.updates.release.Draft;
import egov.kiosk.updates.slot.SlotName;
import egov.kiosk.updates.slot.Updater;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 13, 15 and 16: what lies in the archive, on the disk, or is meant for another machine. */
class InstallRowsTest {
  private static final byte[] X = "x".getBytes(StandardCharsets.US_ASCII);

  @TempDir static Path workshop;
  private static Kiosk original;

  @TempDir Path home;
  private Kiosk kiosk;
  private Path archive;
  private Set<Path> before;

  @BeforeAll
  static void original() throws Exception {
    original = new Kiosk(workshop).withVersion1();
  }

  @BeforeEach
  void machine() throws Exception {
    kiosk = original.copyTo(home.resolve("kiosk"));
    archive = kiosk.publish(Kiosk.draft(2)).resolve("kiosk-2-amd64-app.tar");
    before = outside();
  }

  /** Everything on the ground but the slot that may be written. */
  private Set<Path> outside() throws Exception {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(file -> !file.startsWith(kiosk.places.slot(SlotName.B)))
          .filter(file -> !file.startsWith(kiosk.places.state()))
          .collect(Collectors.toSet());
    }
  }

  @AfterEach
  void nothingOutsideAndTheOldRuns() throws Exception {
    assertEquals(before, outside());
    kiosk.updater().prestart();
    assertEquals(1, kiosk.running());
  }

  private void assertRefused(Refusal refusal) throws Exception {
    UpdateRefusedException refused =
        assertThrows(
            UpdateRefusedException.class, () -> kiosk.updater().install(kiosk.places.download()));
    assertEquals(refusal, refused.refusal(), refused.getMessage());
    assertTrue(Files.notExists(kiosk.places.slot(SlotName.B).resolve(".complete")));
  }

  private static byte[] script() {
    return "#!/bin/sh\necho version 2\n".getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "row13_g06_name[{index}]_refused")
  @ValueSource(
      strings = {
        "../evil",
        "/tmp/evil",
        "bin/../../evil",
        "C:\\evil",
        "bin/kiosk\u0001",
        "-rf",
        "evil\n",
        "BIN/KIOSK",
        "bin/./kiosk",
        "",
        "bin/kiosk/",
        ".complete",
        "targets.json"
      })
  void row13_g06_nameThatWasNotSigned_refused(String name) throws Exception {
    Files.write(archive, new Archive().file(name, script()).bytes());
    assertRefused(Refusal.ARCHIVE);
  }

  @ParameterizedTest(name = "row13_g06_type[{0}]_refused")
  @ValueSource(chars = {'1', '2', '3', '4', '5', '6', '7', 'x', 'g', 'L', 'S'})
  void row13_g06_linkDeviceFifoOrExtension_refused(char type) throws Exception {
    Files.write(archive, new Archive().entry("bin/kiosk", type, "/etc/passwd", X).bytes());
    assertRefused(Refusal.ARCHIVE);
  }

  @Test
  void row13_g06_sameNameTwice_refused() throws Exception {
    Files.write(
        archive, new Archive().file("bin/kiosk", script()).file("bin/kiosk", script()).bytes());
    assertRefused(Refusal.ARCHIVE);
  }

  @Test
  void row13_g06_longerThanSigned_refused() throws Exception {
    Files.write(archive, new Archive().file("bin/kiosk", new byte[1 << 20]).bytes());
    assertRefused(Refusal.ARCHIVE);
  }

  @Test
  void row13_g06_hundredThousandEntries_refusedAtTheFirstUnknown() throws Exception {
    Archive many = new Archive();
    for (int i = 0; i < 20_000; i++) {
      many.file("f" + i, new byte[0]);
    }
    Files.write(archive, many.bytes());
    assertRefused(Refusal.ARCHIVE);
  }

  @Test
  void row13_somethingBehindTheEnd_refused() throws Exception {
    byte[] whole = Files.readAllBytes(archive);
    byte[] longer = java.util.Arrays.copyOf(whole, whole.length + 512);
    longer[longer.length - 1] = 1;
    Files.write(archive, longer);
    assertRefused(Refusal.ARCHIVE);
  }

  @Test
  void row13_cutShort_refused() throws Exception {
    byte[] whole = Files.readAllBytes(archive);
    Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(Refusal.ARCHIVE);
  }

  @Test
  void row13_downloadIsALinkToAnotherFile_isNotFollowed() throws Exception {
    Path elsewhere = Files.move(archive, home.resolve("elsewhere"));
    Files.createSymbolicLink(archive, elsewhere);
    before = outside();
    assertRefused(Refusal.CONTENT);
  }

  @Test
  void g07_oneByteOfASignedFileChanged_refused() throws Exception {
    byte[] whole = Files.readAllBytes(archive);
    whole[512] ^= 1;
    Files.write(archive, whole);
    assertRefused(Refusal.CONTENT);
  }

  @Test
  void row15_badBlock_foundWhenReadAgain_oldRuns() throws Exception {
    Path victim = kiosk.places.slot(SlotName.B).resolve("bundles/app.jar");
    Updater updater =
        kiosk.updater(
            step -> {
              if (step.equals("renamed .complete")) {
                damage(victim);
              }
            });
    UpdateRefusedException refused =
        assertThrows(UpdateRefusedException.class, () -> updater.install(kiosk.places.download()));
    assertEquals(Refusal.CONTENT, refused.refusal());
    assertTrue(Files.notExists(kiosk.places.slot(SlotName.B).resolve(".complete")));
  }

  private static void damage(Path victim) {
    try {
      byte[] bytes = Files.readAllBytes(victim);
      bytes[bytes.length / 2] ^= 1;
      Files.write(victim, bytes);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void row16_otherArchitecture_refusedBeforeWriting() throws Exception {
    publish(new Draft(2, "1.2", "arm64", List.of(), 0, List.of(), 3, 3));
    assertRefused(Refusal.NOT_FOR_THIS_MACHINE);
    assertTrue(Files.notExists(kiosk.places.slot(SlotName.B)));
  }

  @Test
  void row16_otherHardware_refusedBeforeWriting() throws Exception {
    publish(new Draft(2, "1.2", "amd64", List.of("K7"), 0, List.of(), 3, 3));
    assertRefused(Refusal.NOT_FOR_THIS_MACHINE);
    assertTrue(Files.notExists(kiosk.places.slot(SlotName.B)));
  }

  @Test
  void row16_programTooOldForIt_refusedBeforeWriting() throws Exception {
    publish(new Draft(5, "1.5", "amd64", List.of(), 4, List.of(), 3, 3));
    assertRefused(Refusal.TOO_FAR);
    assertTrue(Files.notExists(kiosk.places.slot(SlotName.B)));
  }

  private void publish(Draft draft) throws Exception {
    kiosk.publish(draft);
    before = outside();
  }
}
