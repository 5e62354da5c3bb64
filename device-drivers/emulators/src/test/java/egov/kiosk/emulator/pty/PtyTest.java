package egov.kiosk.emulator.pty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PtyTest {
  private static final byte[] EVERY_BYTE = new byte[256];

  static {
    for (int i = 0; i < 256; i++) {
      EVERY_BYTE[i] = (byte) i;
    }
  }

  @Test
  void everyByte_bothWays_crossesUnchanged() throws Exception {
    try (Pty pty = Pty.open();
        RandomAccessFile host = new RandomAccessFile(pty.slave().toFile(), "rw")) {
      host.write(EVERY_BYTE);
      byte[] heard = new byte[256];
      int count = 0;
      while (count < 256) {
        byte[] chunk = new byte[256 - count];
        int read = pty.read(chunk, Duration.ofSeconds(5));
        System.arraycopy(chunk, 0, heard, count, read);
        count += read;
      }
      assertArrayEquals(EVERY_BYTE, heard);

      assertEquals(256, pty.write(EVERY_BYTE, 0, 256));
      byte[] answer = new byte[256];
      host.readFully(answer);
      assertArrayEquals(EVERY_BYTE, answer);
    }
  }

  @Test
  void silence_read_isZeroBytes() throws Exception {
    try (Pty pty = Pty.open()) {
      assertEquals(0, pty.read(new byte[8], Duration.ofMillis(5)));
    }
  }

  @Test
  void hostThatClosesItsEnd_read_isNoHangUp() throws Exception {
    try (Pty pty = Pty.open()) {
      new RandomAccessFile(pty.slave().toFile(), "rw").close();
      assertEquals(0, pty.read(new byte[8], Duration.ofMillis(5)));
    }
  }

  @Test
  void hostThatReadsNothing_write_takesLessAndDoesNotBlock() throws Exception {
    try (Pty pty = Pty.open()) {
      byte[] flood = new byte[1024 * 1024];
      int taken = pty.write(flood, 0, flood.length);
      int more = pty.write(flood, 0, flood.length);
      assertEquals(true, taken < flood.length && more < flood.length);
    }
  }

  @Test
  void closedTwice_close_doesNothingMore() throws Exception {
    Pty pty = Pty.open();
    pty.close();
    pty.close();
    assertThrows(IOException.class, () -> new RandomAccessFile(pty.slave().toFile(), "rw"));
  }
}
