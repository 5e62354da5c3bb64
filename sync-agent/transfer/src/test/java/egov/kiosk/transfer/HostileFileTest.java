package egov.kiosk.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTest {
  @TempDir Path directory;
  private Lab lab;
  private byte[] good;

  @BeforeEach
  void export() throws Exception {
    lab = new Lab();
    try (SqliteOutbox outbox = Lab.outbox(directory.resolve("source"))) {
      for (int i = 0; i < 20; i++) {
        outbox.append(Lab.message(MessageKind.ITEM, Lane.NORMAL, 5_000));
      }
      List<String> lines = Lab.export(lab.courier("zj-hz-000001", outbox));
      assertTrue(lines.size() >= 2);
      good = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }
  }

  private int read(byte[] file) throws Exception {
    Path path = directory.resolve("queue.txt");
    Files.write(path, file);
    int[] messages = new int[1];
    try {
      lab.platform().readFile(path, parcel -> messages[0] += parcel.messages().size());
    } catch (ParcelRefusedException e) {
      assertEquals(0, messages[0], "nothing may be handed on from a refused file");
      throw e;
    }
    return messages[0];
  }

  private void refused(byte[] file, String why) {
    assertThrows(ParcelRefusedException.class, () -> read(file), why);
  }

  @Test
  void whole_isRead() throws Exception {
    assertEquals(20, read(good));
    assertEquals(20, read(good), "as often as one likes");
  }

  @Test
  void oneByteEdited_isRefusedWhole() {
    Random random = new Random(7);
    for (int i = 0; i < 150; i++) {
      byte[] edited = good.clone();
      int at = i == 0 ? good.length - 1 : i == 1 ? 0 : random.nextInt(good.length);
      edited[at] ^= (byte) (1 << random.nextInt(8));
      refused(edited, "byte " + at);
    }
  }

  @Test
  void lineEndsChanged_areRefused() {
    String text = new String(good, StandardCharsets.US_ASCII);
    refused(bytes(text.replace("\n", "\r\n")), "CRLF");
    refused(bytes(text.replace("\n", "\r")), "CR");
    refused(bytes(text + "\n"), "empty line behind");
    refused(bytes("\n" + text), "empty line before");
    refused(bytes(text.substring(0, text.length() - 1)), "no end of line");
    refused(bytes(text + text), "twice");
    refused(bytes(text.replaceFirst("A", "A ")), "a blank");
  }

  @Test
  void cutOff_isRefused() {
    Random random = new Random(8);
    for (int i = 0; i < 50; i++) {
      refused(Arrays.copyOf(good, random.nextInt(good.length)), "cut");
    }
    refused(new byte[0], "empty");
  }

  @Test
  void rubbish_isRefused() {
    Random random = new Random(9);
    for (int i = 0; i < 50; i++) {
      byte[] rubbish = new byte[random.nextInt(100_000)];
      random.nextBytes(rubbish);
      refused(rubbish, "rubbish");
    }
    byte[] endless = new byte[4 * 1024 * 1024];
    Arrays.fill(endless, (byte) 'A');
    refused(endless, "a line without end");
  }

  @Test
  void devicesPipesLinksDirectories_areNeverOpened() throws Exception {
    Path pipe = directory.resolve("pipe");
    Process made = new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
    assertTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "mkfifo is needed");
    Path real = directory.resolve("real");
    Files.write(real, good);
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    for (Path odd : List.of(pipe, link, directory, Path.of("/dev/zero"), Path.of("/dev/null"))) {
      assertThrows(
          IOException.class, () -> lab.platform().readFile(odd, parcel -> {}), odd.toString());
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
