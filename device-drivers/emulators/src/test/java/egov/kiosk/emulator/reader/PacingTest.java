package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wire is never faster than its rate. Only lower bounds are asserted: a busy machine may make
 * it slower, nothing may make it faster.
 */
class PacingTest {
  @TempDir Path folder;

  @Test
  void cardFrame_at115200_takesAtLeastItsWireTime() throws Exception {
    Path link = folder.resolve("tty");
    try (ReaderEmulator reader = ReaderEmulator.start(List.of("--link", link.toString()));
        SerialHost host = new SerialHost(link, 115_200)) {
      reader.obey(List.of("place", "resident"));
      host.ask(Requests.FIND, 15);
      host.ask(Requests.SELECT, 19);
      long start = System.nanoTime();
      host.send(Requests.READ);
      SerialHost.Heard heard = host.next(Duration.ofSeconds(5));
      assertAtLeast(300_870, heard.at() - start);
      for (int i = 1; i < 1295; i++) {
        heard = host.next(Duration.ofSeconds(5));
      }
      // Request 0.87 ms, thinking 300 ms, answer 112.41 ms.
      assertAtLeast(413_270, heard.at() - start);
      reader.close();
    }
  }

  @Test
  void smallFrame_at9600_takesAtLeastItsWireTime() throws Exception {
    Path link = folder.resolve("tty");
    List<String> options = List.of("--link", link.toString(), "--baud", "9600");
    try (ReaderEmulator reader = ReaderEmulator.start(options);
        SerialHost host = new SerialHost(link, 9_600)) {
      long start = System.nanoTime();
      host.ask(Requests.MODULE_ID, 27);
      // 10 bytes there and 27 back, ten bits each.
      assertAtLeast(38_500, System.nanoTime() - start);
      reader.close();
    }
  }

  private static void assertAtLeast(long micros, long nanos) {
    assertTrue(nanos >= micros * 1000, nanos / 1000 + " us, expected at least " + micros);
  }
}
