package egov.kiosk.link;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The serial door against a kernel pseudo terminal. */
class SerialLinkTest {
  private static final Duration SOON = Duration.ofSeconds(3);

  @TempDir Path folder;
  private Pty pty;
  private Path port;

  @BeforeEach
  void plugIn() throws IOException {
    pty = Pty.open();
    port = Files.createSymbolicLink(folder.resolve("ttyTEST"), pty.slave());
  }

  @AfterEach
  void pull() {
    pty.close();
  }

  private SerialLink open() throws LinkException {
    return SerialLink.open(new LinkAddress.Serial(port.toString(), 115_200));
  }

  private static byte[] read(Link link, int wanted) throws Exception {
    byte[] bytes = new byte[wanted];
    int count = 0;
    while (count < wanted) {
      int more = link.read(bytes, count, wanted - count, SOON);
      assertTrue(more > 0, "only " + count + " bytes came");
      count += more;
    }
    return bytes;
  }

  private static byte[] everyByte() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < 256; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @Test
  void readWrite_everyByteValue_crossesUnchangedBothWays() throws Exception {
    try (SerialLink link = open()) {
      link.write(everyByte(), SOON);
      byte[] heard = new byte[256];
      int count = 0;
      while (count < 256) {
        byte[] part = new byte[256];
        int more = pty.read(part, SOON);
        System.arraycopy(part, 0, heard, count, more);
        count += more;
      }
      assertArrayEquals(everyByte(), heard);
      pty.write(everyByte(), 0, 256);
      assertArrayEquals(everyByte(), read(link, 256));
    }
  }

  @Test
  void open_baud_isSetOnTheLine() throws Exception {
    try (SerialLink link = open()) {
      assertEquals(0x1002, pty.speedCode());
    }
    LinkAddress.Serial slow = new LinkAddress.Serial(port.toString(), 9_600);
    try (SerialLink link = SerialLink.open(slow)) {
      assertEquals(0x0D, pty.speedCode());
    }
  }

  @Test
  void read_nothingComes_isZeroAfterTheTimeout() throws Exception {
    try (SerialLink link = open()) {
      long start = System.nanoTime();
      assertEquals(0, link.read(new byte[10], 0, 10, Duration.ofMillis(250)));
      long millis = (System.nanoTime() - start) / 1_000_000;
      assertTrue(millis >= 250 && millis < 3_000, millis + " ms");
      assertEquals(0, link.read(new byte[10], 0, 10, Duration.ZERO));
    }
  }

  @Test
  void read_fewBytesCame_doesNotWaitForMore() throws Exception {
    try (SerialLink link = open()) {
      pty.write(new byte[] {1, 2, 3}, 0, 3);
      byte[] buffer = new byte[100];
      long start = System.nanoTime();
      assertEquals(3, link.read(buffer, 5, 95, Duration.ofMinutes(1)));
      assertTrue(System.nanoTime() - start < 5_000_000_000L);
      assertArrayEquals(new byte[] {0, 1, 2, 3, 0}, Arrays.copyOfRange(buffer, 4, 9));
    }
  }

  @Test
  void discard_leftOverBytes_areGone() throws Exception {
    try (SerialLink link = open()) {
      pty.write(new byte[50], 0, 50);
      await().until(() -> link.discard(1_000) == 50);
      assertEquals(0, link.discard(1_000));
      pty.write(new byte[50], 0, 50);
      await().until(() -> link.discard(20) == 20);
      assertEquals(30, link.discard(1_000));
    }
  }

  @Test
  void read_unpluggedMeanwhile_isLostAtOnceAndStaysSo() throws Exception {
    try (SerialLink link = open()) {
      Thread cable =
          new Thread(
              () -> {
                await().pollDelay(Duration.ofMillis(200)).until(() -> true);
                pty.close();
              });
      cable.start();
      LinkException e =
          assertThrows(
              LinkException.class, () -> link.read(new byte[10], 0, 10, Duration.ofMinutes(1)));
      assertEquals(LinkFault.LOST, e.fault());
      assertTrue(e.getMessage().contains(port.toString()), e.getMessage());
      cable.join();
      assertEquals(
          LinkFault.LOST,
          assertThrows(LinkException.class, () -> link.write(new byte[10], SOON)).fault());
      assertEquals(
          LinkFault.LOST, assertThrows(LinkException.class, () -> link.discard(10)).fault());
    }
  }

  @Test
  void read_closedMeanwhile_isClosed() throws Exception {
    SerialLink link = open();
    Thread closer =
        new Thread(
            () -> {
              await().pollDelay(Duration.ofMillis(200)).until(() -> true);
              link.close();
              link.close();
            });
    closer.start();
    assertEquals(
        LinkFault.CLOSED,
        assertThrows(
                LinkException.class, () -> link.read(new byte[10], 0, 10, Duration.ofMinutes(1)))
            .fault());
    closer.join();
    assertEquals(
        LinkFault.CLOSED,
        assertThrows(LinkException.class, () -> link.write(new byte[1], SOON)).fault());
  }

  @Test
  void read_interrupted_endsAndTheLinkGoesOn() throws Exception {
    try (SerialLink link = open()) {
      Thread.currentThread().interrupt();
      assertThrows(
          InterruptedException.class, () -> link.read(new byte[10], 0, 10, Duration.ofMinutes(1)));
      assertFalse(Thread.currentThread().isInterrupted());
      pty.write(new byte[] {7}, 0, 1);
      assertEquals(7, read(link, 1)[0]);
    }
  }

  @Test
  void open_missingPath_isNotThere() {
    LinkAddress.Serial nowhere = new LinkAddress.Serial(folder + "/none", 9_600);
    LinkException e = assertThrows(LinkException.class, () -> SerialLink.open(nowhere));
    assertEquals(LinkFault.NOT_THERE, e.fault());
    assertTrue(e.getMessage().contains("/none"), e.getMessage());
  }

  @Test
  void open_noSerialPort_isTyped() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    LinkAddress.Serial address = new LinkAddress.Serial(file.toString(), 9_600);
    LinkException e = assertThrows(LinkException.class, () -> SerialLink.open(address));
    assertTrue(e.fault() == LinkFault.CANNOT_OPEN || e.fault() == LinkFault.NOT_THERE);
  }

  @Test
  void open_twice_isRefusedUntilTheFirstIsClosed() throws Exception {
    SerialLink first = open();
    assertEquals(LinkFault.CANNOT_OPEN, assertThrows(LinkException.class, this::open).fault());
    first.close();
    open().close();
  }
}
