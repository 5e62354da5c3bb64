package egov.kiosk.link.capture;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What was sent in one go and what came back, out of a capture.
 *
 * @param call how many calls had begun before it
 * @param sent masked; empty when the device spoke by itself
 * @param answer what came, piece by piece
 * @param lost whether the line broke then
 * @param vainOpens how often it was opened in vain after that
 */
record Exchange(int call, byte[] sent, List<Chunk> answer, boolean lost, int vainOpens) {
  Exchange {
    sent = sent.clone();
    answer = List.copyOf(answer);
  }

  /**
   * Bytes that came together.
   *
   * @param afterMillis how long after what happened before
   */
  record Chunk(long afterMillis, byte[] bytes) {
    Chunk {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  @Override
  public byte[] sent() {
    return sent.clone();
  }

  /** Takes a capture apart. */
  static List<Exchange> of(Capture capture) {
    List<Exchange> all = new ArrayList<>();
    Collecting now = new Collecting();
    long before = 0;
    for (Moment moment : capture.moments()) {
      switch (moment.kind()) {
        case SENT -> {
          if (now.answered()) {
            now.endInto(all, false);
          }
          now.sent.writeBytes(moment.bytes());
        }
        case RECEIVED -> now.answer.add(new Chunk(moment.millis() - before, moment.bytes()));
        case CALL -> {
          now.endInto(all, false);
          now.call++;
        }
        case LOST -> now.endInto(all, true);
        case ABSENT -> {
          now.endInto(all, false);
          countVain(all);
        }
        default -> now.endInto(all, false);
      }
      before = moment.millis();
    }
    now.endInto(all, false);
    return all;
  }

  /** Only what follows a loss counts: before it the device is there when a replay begins. */
  private static void countVain(List<Exchange> all) {
    int last = all.size() - 1;
    if (last >= 0 && all.get(last).lost) {
      Exchange one = all.get(last);
      all.set(last, new Exchange(one.call, one.sent, one.answer, true, one.vainOpens + 1));
    }
  }

  private static final class Collecting {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final List<Chunk> answer = new ArrayList<>();
    private int call;

    boolean answered() {
      return !answer.isEmpty();
    }

    void endInto(List<Exchange> all, boolean lost) {
      if (sent.size() > 0 || answered() || lost) {
        all.add(new Exchange(call, sent.toByteArray(), answer, lost, 0));
        sent.reset();
        answer.clear();
      }
    }
  }
}
