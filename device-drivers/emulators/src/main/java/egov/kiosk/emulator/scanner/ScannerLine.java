package egov.kiosk.emulator.scanner;

import egov.kiosk.emulator.pty.PluggedLine;
import egov.kiosk.emulator.pty.Pty;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The device's thread: says what it is told to, and listens to nobody. Ends on interrupt. */
final class ScannerLine implements PluggedLine.Work {
  private static final long LOOK_MILLIS = 20;
  private static final int QUEUE = 64;

  private final BlockingQueue<Utterance> queue = new LinkedBlockingQueue<>(QUEUE);
  private final AtomicLong lost = new AtomicLong();
  private volatile boolean speaking;

  /** Has something said soon; false when too much is waiting already. */
  boolean say(Utterance utterance) {
    return queue.offer(utterance);
  }

  /** Whether everything was said. */
  boolean quiet() {
    return queue.isEmpty() && !speaking;
  }

  /** How many bytes a host that does not read has missed. */
  long lost() {
    return lost.get();
  }

  @Override
  public void serve(Pty pty) throws IOException {
    byte[] scrap = new byte[256];
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Utterance next = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          speaking = true;
          say(pty, next);
          speaking = false;
        }
        pty.read(scrap, Duration.ZERO);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(Pty pty, Utterance utterance) throws IOException, InterruptedException {
    byte[] bytes = utterance.bytes();
    for (int i = 0; i < utterance.times(); i++) {
      if (utterance.pause().isZero()) {
        write(pty, bytes, 0, bytes.length);
      } else {
        for (int at = 0; at < bytes.length; at++) {
          write(pty, bytes, at, at + 1);
          Thread.sleep(utterance.pause().toMillis());
        }
      }
      if (i + 1 < utterance.times()) {
        Thread.sleep(utterance.gap().toMillis());
      }
    }
  }

  /** What the host's full buffer does not take is lost, as on a UART. */
  private void write(Pty pty, byte[] bytes, int from, int to) throws IOException {
    lost.addAndGet(to - from - pty.write(bytes, from, to));
  }
}
