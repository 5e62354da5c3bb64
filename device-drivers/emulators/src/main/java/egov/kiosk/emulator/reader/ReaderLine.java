package egov.kiosk.emulator.reader;

import egov.kiosk.emulator.control.Happenings;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * The device thread's work: takes requests from the host's side, lets the module think and sends
 * the answer as slowly as a UART would.
 *
 * <p>A pseudo terminal carries bytes at once, so the time on the wire is made here, in both
 * directions and against absolute moments: a byte is handed over when its last bit would have
 * arrived, and thinking starts when the request's last bit would have. 1295 bytes take 112.4 ms at
 * 115200 baud. At any other rate than the one in force the module hears only noise.
 *
 * <p>Ends on interrupt.
 */
final class ReaderLine implements Runnable {
  private static final Duration POLL = Duration.ofMillis(20);

  /** A frame that stands still this many polls is given up (100 ms). */
  private static final int PATIENT_POLLS = 5;

  /** About 1.4 ms of wire at 115200 baud: few wake-ups, and the host still sees a stream. */
  private static final int CHUNK = 16;

  private static final int HURRIED_CHUNK = 4096;
  private static final int DRIP = 64;
  private static final long DRIP_PAUSE_NANOS = 20_000_000;

  /** The host must leave the module this long to change its rate. */
  private static final long SWITCH_NANOS = 5_000_000;

  private final HostSide host;
  private final SecurityModule module;
  private final LineFaults faults;
  private final LineCounters counters;
  private final Happenings happenings;
  private final RequestScanner scanner = new RequestScanner();
  private final byte[] buffer = new byte[512];
  private Baud baud;
  private long lineFreeAt = System.nanoTime();
  private int idlePolls;

  ReaderLine(
      HostSide host,
      SecurityModule module,
      ArmedFaults faults,
      LineCounters counters,
      Happenings happenings,
      Baud baud) {
    this.host = host;
    this.happenings = happenings;
    this.module = module;
    this.faults = new LineFaults(faults);
    this.counters = counters;
    this.baud = baud;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int count = host.read(buffer, POLL);
        if (count > 0) {
          heard(count);
        } else if (scanner.midFrame() && ++idlePolls >= PATIENT_POLLS) {
          scanner.reset();
        }
      }
    } catch (IOException e) {
      System.err.println("reader: line lost: " + e.getMessage());
    }
  }

  private void heard(int count) throws IOException {
    idlePolls = 0;
    counters.received(count);
    if (!host.speaksAt(baud)) {
      counters.garbled(count);
      scanner.reset();
      return;
    }
    lineFreeAt = Math.max(lineFreeAt, System.nanoTime()) + baud.nanos(count);
    for (Arrival arrival : scanner.accept(buffer, count)) {
      serve(arrival);
    }
  }

  private void serve(Arrival arrival) throws IOException {
    long heardAt = System.nanoTime();
    Metronome.waitUntil(lineFreeAt);
    counters.onWire(System.nanoTime() - heardAt);
    if (arrival instanceof Arrival.Request request) {
      // A script may do something at exactly this point, e.g. exchange the card.
      happenings.tell("request %04x".formatted(request.code()));
    }
    long start = System.nanoTime();
    Metronome.waitUntil(start + module.thinking(arrival).toNanos());
    Reply reply = module.answer(arrival);
    Optional<Command> command =
        arrival instanceof Arrival.Request request ? Command.of(request.code()) : Optional.empty();
    LineFaults.Signal signal = faults.spoil(reply.frame(), command);
    counters.thought(System.nanoTime() - start);
    send(signal);
    if (reply.nextBaud().isPresent()) {
      baud = reply.nextBaud().get();
      Metronome.waitUntil(System.nanoTime() + SWITCH_NANOS);
    }
  }

  private void send(LineFaults.Signal signal) throws IOException {
    byte[] bytes = signal.bytes();
    long start = System.nanoTime();
    long free = start;
    for (int sent = 0; sent < bytes.length; ) {
      int chunk = Math.min(signal.hurried() ? HURRIED_CHUNK : CHUNK, bytes.length - sent);
      free = signal.hurried() ? System.nanoTime() : free + baud.nanos(chunk);
      if (signal.dripping() && sent > 0 && sent % DRIP == 0) {
        free += DRIP_PAUSE_NANOS;
      }
      Metronome.waitUntil(free);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      // What the host's full buffer does not take is lost, as on a UART.
      host.write(bytes, sent, sent + chunk);
      sent += chunk;
    }
    lineFreeAt = free;
    counters.sent(bytes.length);
    counters.onWire(System.nanoTime() - start);
  }
}
