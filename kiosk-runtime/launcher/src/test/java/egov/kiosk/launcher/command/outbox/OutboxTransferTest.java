package egov.kiosk.launcher.command.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.launcher.LabKiosk;
import egov.kiosk.launcher.LabKiosk.Province;
import egov.kiosk.launcher.LabKiosk.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue on a memory stick, from kiosk to kiosk. */
class OutboxTransferTest {
  @TempDir Path directory;
  private LabKiosk source;
  private LabKiosk carrier;
  private Path stick;

  @BeforeEach
  void open() throws Exception {
    Province province = Province.create();
    source = new LabKiosk(Files.createDirectory(directory.resolve("a")), "zj-hz-000001", province);
    carrier = new LabKiosk(Files.createDirectory(directory.resolve("b")), "zj-hz-000002", province);
    stick = directory.resolve("queue.txt");
  }

  @AfterEach
  void close() throws IOException {
    source.close();
    carrier.close();
  }

  private void export(int messages) throws Exception {
    for (int i = 0; i < messages; i++) {
      source.queue(MessageKind.ITEM, Lane.NORMAL);
    }
    Said said = source.outbox("export", "--to", stick.toString());
    assertEquals(0, said.code(), said.err());
    assertTrue(said.out().startsWith(messages + " messages in "), said.out());
  }

  @Test
  void exported_importedTwice_isCarriedOnce() throws Exception {
    export(40);
    assertEquals(
        PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(stick));
    int parcels = Files.readAllLines(stick).size();
    Said first = carrier.outbox("import", stick.toString());
    assertEquals(0, first.code(), first.err());
    assertTrue(first.out().contains(parcels + " parcels taken to be carried, 0 were"), first.out());
    Said second = carrier.outbox("import", stick.toString());
    assertTrue(
        second.out().contains("0 parcels taken to be carried, " + parcels + " were here before"),
        second.out());
    assertEquals(parcels, carrier.outbox.counts().pending());
    assertEquals(40, source.outbox.counts().pending(), "nothing leaves by being exported");
    assertTrue(carrier.outbox("list").out().contains(" carried "));
  }

  @Test
  void oneByteEdited_isRefusedWhole() throws Exception {
    export(40);
    byte[] good = Files.readAllBytes(stick);
    Random random = new Random(3);
    for (int i = 0; i < 12; i++) {
      byte[] edited = good.clone();
      int at = i == 0 ? good.length - 1 : random.nextInt(good.length);
      edited[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(stick, edited);
      Said said = carrier.outbox("import", stick.toString());
      assertEquals(1, said.code(), "byte " + at);
      assertTrue(said.err().contains("is refused whole: line "), said.err());
    }
    assertEquals(0, carrier.outbox.counts().pending());
  }

  @Test
  void cutOffOrContinued_isRefusedWhole() throws Exception {
    export(40);
    String good = Files.readString(stick);
    String lastLineGone = good.substring(0, good.lastIndexOf('\n', good.length() - 2) + 1);
    for (String bad : List.of("", "\n", lastLineGone, good + good, good + "x\n", "hello\n")) {
      Files.writeString(stick, bad, StandardCharsets.US_ASCII);
      Said said = carrier.outbox("import", stick.toString());
      assertEquals(1, said.code(), said.out());
      assertTrue(said.err().contains("refused whole"), said.err());
    }
    assertEquals(0, carrier.outbox.counts().pending());
  }

  @Test
  void anotherProvincesFile_isRefused() throws Exception {
    export(3);
    Path place = Files.createDirectory(directory.resolve("c"));
    try (LabKiosk stranger = new LabKiosk(place, "gd-gz-000001", Province.create())) {
      Said said = stranger.outbox("import", stick.toString());
      assertEquals(1, said.code());
      assertTrue(said.err().contains("other authorities"), said.err());
    }
  }

  @Test
  void oddFiles_areNeverOpened() throws Exception {
    export(3);
    Path pipe = directory.resolve("pipe\nname");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "mkfifo is needed");
    Path link = Files.createSymbolicLink(directory.resolve("link"), stick);
    for (Path odd :
        List.of(pipe, link, directory, Path.of("/dev/zero"), directory.resolve("none"))) {
      Said said = carrier.outbox("import", odd.toString());
      assertEquals(1, said.code(), odd.toString());
      assertTrue(said.err().contains("is not an ordinary file"), said.err());
      assertEquals(1, said.err().lines().count(), "one line, whatever the name holds");
    }
  }

  @Test
  void export_neverOverwrites_andLeavesNothingOfNothing() throws Exception {
    Said nothing = source.outbox("export", "--to", stick.toString());
    assertEquals(0, nothing.code());
    assertFalse(Files.exists(stick), nothing.out());
    export(2);
    byte[] before = Files.readAllBytes(stick);
    Said again = source.outbox("export", "--to", stick.toString());
    assertEquals(1, again.code());
    assertTrue(again.err().contains("is there already"), again.err());
    org.junit.jupiter.api.Assertions.assertArrayEquals(before, Files.readAllBytes(stick));
    Said nowhere = source.outbox("export", "--to", directory.resolve("no/such").toString());
    assertEquals(1, nowhere.code());
    assertTrue(nowhere.err().contains("cannot be written"), nowhere.err());
  }
}
