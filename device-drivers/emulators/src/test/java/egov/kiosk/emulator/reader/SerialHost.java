package egov.kiosk.emulator.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A host without a serial library: plain file streams on the terminal, {@code stty} for the rate
 * and a thread that notes when each byte came.
 */
final class SerialHost implements AutoCloseable {
  /** One byte and the {@link System#nanoTime} at which it was read. */
  record Heard(int value, long at) {}

  private final RandomAccessFile terminal;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private volatile boolean hungUp;

  SerialHost(Path link, int baud) throws IOException, InterruptedException {
    setBaud(link, baud);
    terminal = new RandomAccessFile(link.toFile(), "rw");
    Thread listener = new Thread(this::listen, "test-serial-host");
    listener.setDaemon(true);
    listener.start();
  }

  static void setBaud(Path link, int baud) throws IOException, InterruptedException {
    Process stty =
        new ProcessBuilder("stty", "-F", link.toString(), String.valueOf(baud), "raw", "-echo")
            .redirectErrorStream(true)
            .start();
    assertEquals(0, stty.waitFor(), "stty is needed to set the rate of a terminal");
  }

  private void listen() {
    byte[] chunk = new byte[64];
    try {
      for (int count = terminal.read(chunk); count > 0; count = terminal.read(chunk)) {
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
          heard.add(new Heard(Byte.toUnsignedInt(chunk[i]), now));
        }
      }
    } catch (IOException e) {
      // EIO is how a pulled device looks.
    }
    hungUp = true;
  }

  boolean hungUp() {
    return hungUp;
  }

  void send(byte[] bytes) throws IOException {
    terminal.write(bytes);
  }

  /** The next byte, null when none comes in time. */
  Heard next(Duration patience) throws InterruptedException {
    return heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Sends a request and collects what comes until the line has been silent. */
  byte[] ask(byte[] request, Duration silence) throws IOException, InterruptedException {
    send(request);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (Heard byteHeard = next(silence); byteHeard != null; byteHeard = next(silence)) {
      answer.write(byteHeard.value());
    }
    return answer.toByteArray();
  }

  /** Sends a request and collects so many bytes, or fewer when they do not come in time. */
  byte[] ask(byte[] request, int length) throws IOException, InterruptedException {
    send(request);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    while (answer.size() < length) {
      Heard byteHeard = next(Duration.ofSeconds(10));
      if (byteHeard == null) {
        break;
      }
      answer.write(byteHeard.value());
    }
    return answer.toByteArray();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
