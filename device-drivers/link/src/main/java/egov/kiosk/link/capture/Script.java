package egov.kiosk.link.capture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The device's side of a capture: says what the device answers to what a driver sends. The answers
 * of a call are given in their order; what is asked more often than then gets the last answer
 * again, and what is asked less often is left out with the next call, so that a driver may look
 * once more or once less. Safe for use by several threads.
 */
public final class Script {
  /** What is longer is a job, and need only be of the same kind. */
  private static final int LONGEST_QUESTION = 64;

  private final Masking masking;
  private final List<Exchange> exchanges;
  private final boolean[] given;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final List<String> strange = new ArrayList<>();

  /** Before the first call there is the greeting; before that the device is away. */
  private int call = -1;

  private int vainOpens;

  /**
   * A fresh script.
   *
   * @param masking the driver's own, to compare what it sends now with what was written down
   */
  public Script(Capture capture, Masking masking) {
    this.masking = Objects.requireNonNull(masking, "masking");
    this.exchanges = Exchange.of(capture);
    this.given = new boolean[exchanges.size()];
  }

  /**
   * What a device does next.
   *
   * @param pieces what it says
   * @param hangsUp whether the line breaks then
   */
  public record Answer(List<Piece> pieces, boolean hangsUp) {
    public Answer {
      pieces = List.copyOf(pieces);
    }
  }

  /**
   * Bytes that come together.
   *
   * @param afterMillis how long the device waited before
   */
  public record Piece(long afterMillis, byte[] bytes) {
    public Piece {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /**
   * The so-manieth call of the capture is being made, counted from 1; 0 brings the device there,
   * which is away until then.
   */
  public synchronized void atCall(int number) {
    call = number;
  }

  /** The driver sent this; empty when the device has nothing to say to it, or not yet. */
  public synchronized Optional<Answer> to(byte[] bytes) {
    pending.writeBytes(bytes);
    byte[] all = pending.toByteArray();
    byte[] shown = masking.sent(all);
    Optional<Integer> found = exchangeFor(all, shown);
    if (found.isPresent()) {
      pending.reset();
      return found.map(this::give);
    }
    boolean more = exchanges.stream().anyMatch(one -> one.sent().length > all.length);
    if (!more || pending.size() > LONGEST_QUESTION) {
      String begin = HexFormat.of().withUpperCase().formatHex(shown, 0, Math.min(16, shown.length));
      strange.add(all.length + " bytes that are not in the capture: " + begin);
      pending.reset();
    }
    return Optional.empty();
  }

  /**
   * The next one of this call; when there is none (more), the last one that was before; when there
   * was none yet, e.g. because the greeting was recorded within a call, the first one to come.
   */
  private Optional<Integer> exchangeFor(byte[] sent, byte[] shown) {
    Optional<Integer> before = Optional.empty();
    for (int i = 0; i < exchanges.size(); i++) {
      int when = exchanges.get(i).call();
      byte[] wanted = exchanges.get(i).sent();
      if (wanted.length > 0 && (Arrays.equals(wanted, shown) || bothJobs(wanted, sent))) {
        if (when == call && !given[i] || when > call && before.isEmpty()) {
          return Optional.of(i);
        }
        before = when > call ? before : Optional.of(i);
      }
    }
    return before;
  }

  private static boolean bothJobs(byte[] wanted, byte[] sent) {
    return wanted.length > LONGEST_QUESTION && sent.length > LONGEST_QUESTION;
  }

  /** What the device says by itself at this call; empty when it says nothing (more). */
  public synchronized Optional<Answer> unasked() {
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange one = exchanges.get(i);
      if (!given[i] && one.sent().length == 0 && one.call() <= call && !one.answer().isEmpty()) {
        return Optional.of(give(i));
      }
    }
    return Optional.empty();
  }

  /** Whether the line breaks now, with nothing asked: all that came before was said. */
  public synchronized boolean breaks() {
    boolean allSaid = true;
    for (int i = 0; i < exchanges.size() && exchanges.get(i).call() <= call; i++) {
      Exchange one = exchanges.get(i);
      boolean loss = one.sent().length == 0 && one.answer().isEmpty();
      if (!given[i] && loss && (allSaid || one.call() < call)) {
        return give(i).hangsUp();
      }
      allSaid &= given[i] || one.call() < call;
    }
    return false;
  }

  /** Whether the line can be opened now; after a loss not until it could be then. */
  public synchronized boolean opens() {
    pending.reset();
    return call >= 0 && vainOpens-- <= 0;
  }

  private Answer give(int number) {
    given[number] = true;
    Exchange one = exchanges.get(number);
    vainOpens = one.lost() ? one.vainOpens() : vainOpens;
    return new Answer(
        one.answer().stream().map(chunk -> new Piece(chunk.afterMillis(), chunk.bytes())).toList(),
        one.lost());
  }

  /** What the driver sent that the capture does not know. */
  public synchronized List<String> strange() {
    return List.copyOf(strange);
  }
}
