package egov.kiosk.proving.node;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.TransactionId;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

/**
 * Queues one message after the other, those of an order key never two at once. Says {@code try ID
 * KEY N} before and {@code took ID SEQUENCE} or {@code refused ID REASON} after; N rises on every
 * key, over all processes of this machine.
 */
final class Writer implements Runnable {
  private static final String FREE = "-";
  private static final int KEYS = 3;
  private static final int LONGEST_PAUSE = 40;
  private static final int PAUSE_AFTER_REFUSAL = 20;

  private final int index;
  private final Outbox outbox;
  private final Sample sample;
  private final Gate gate;
  private final Speech speech;
  private final Random random;

  Writer(int index, Outbox outbox, Sample sample, Gate gate, Speech speech, long seed) {
    this.index = index;
    this.outbox = outbox;
    this.sample = sample;
    this.gate = gate;
    this.speech = speech;
    random = new Random(seed + index);
  }

  @Override
  public void run() {
    try {
      while (gate.enter()) {
        int pause;
        try {
          pause = write() ? random.nextInt(LONGEST_PAUSE) : PAUSE_AFTER_REFUSAL;
        } finally {
          gate.leave();
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean write() {
    TransactionId id = TransactionId.create(Clock.systemUTC().instant());
    int slot = random.nextInt(KEYS + 1);
    Optional<String> order = slot == KEYS ? Optional.empty() : Optional.of(key(slot));
    // One clock for every process of this machine, never set back: rises over restarts, too.
    long number = System.nanoTime();
    speech.say("try " + id + " " + order.orElse(FREE) + " " + number);
    try {
      SignedEnvelope message = sample.seal(id, lane(slot), order, number);
      speech.say("took " + id + " " + outbox.append(message));
      return true;
    } catch (OutboxException e) {
      speech.say("refused " + id + " " + e.reason());
    } catch (SealException | FormRejectedException e) {
      speech.say("refused " + id + " UNSEALED");
    }
    return false;
  }

  private String key(int slot) {
    return HexFormat.of().formatHex(new byte[15]) + "%02x".formatted(index * KEYS + slot);
  }

  /** A key keeps its lane. */
  private static Lane lane(int slot) {
    return switch (slot) {
      case 0 -> Lane.URGENT;
      case 1 -> Lane.BULK;
      default -> Lane.NORMAL;
    };
  }
}
